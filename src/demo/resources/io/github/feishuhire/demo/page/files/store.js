// What the page knows. The demo tells it everything once, then what has changed.

export const state = { instances: new Map(), deployed: [], feishu: null, connected: false };

const listeners = [];
let scheduled = false;

/** Called after each change, at most once for each picture the browser draws. */
export function onChange(listener) {
  listeners.push(listener);
}

export function changed() {
  if (!scheduled) {
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      listeners.forEach((listener) => listener());
    }, 16);
  }
}

export function listen() {
  const events = new EventSource('/events');
  let first = true;
  events.addEventListener('open', () => {
    first = true;
    state.connected = true;
    changed();
  });
  events.addEventListener('error', () => {
    state.connected = false;
    changed();
  });
  events.addEventListener('seen', ({ data }) => {
    const news = JSON.parse(data);
    if (first) {
      state.instances.clear();
      first = false;
    }
    news.instances?.forEach((instance) => state.instances.set(instance.key, instance));
    state.deployed = news.deployed ?? state.deployed;
    state.feishu = news.feishu ?? state.feishu;
    changed();
  });
}
