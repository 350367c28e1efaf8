// What goes between the page and the demo.

const token = document.querySelector('meta[name=page-token]').content;

export async function get(path) {
  const reply = await fetch(path);
  if (!reply.ok) {
    throw new Error(`${path}: ${reply.status}`);
  }
  return reply.headers.get('content-type').includes('json') ? reply.json() : reply.text();
}

/** Throws an error with the words of the engine when it refuses. */
export async function post(path, body = {}) {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Page-Token': token },
    body: JSON.stringify(body),
  });
  if (reply.status === 422) {
    throw new Error((await reply.json()).message);
  }
  if (!reply.ok) {
    throw new Error(`${reply.status} ${reply.statusText}`);
  }
  return reply.status === 204 ? null : reply.json();
}
