// Elements in one expression. Text is only ever set as text.

export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value != null) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter((child) => child != null && child !== false));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Replaces children only where something differs, so that focus and open parts stay. */
export function sync(parent, items, keyOf, textOf, make) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  const wanted = items.map((item) => {
    const key = keyOf(item);
    const text = textOf(item);
    const kept = old.get(key);
    if (kept && kept.dataset.text === text) {
      return kept;
    }
    const made = make(item);
    made.dataset.key = key;
    made.dataset.text = text;
    if (kept?.contains(document.activeElement)) {
      const index = focusable(kept).indexOf(document.activeElement);
      queueMicrotask(() => focusable(made)[index]?.focus());
    }
    return made;
  });
  wanted.forEach((child, index) => {
    if (parent.children[index] !== child) {
      parent.insertBefore(child, parent.children[index] ?? null);
    }
  });
  while (parent.children.length > wanted.length) {
    parent.lastElementChild.remove();
  }
}

function focusable(element) {
  return [...element.querySelectorAll('button, a, input, select, textarea, summary')];
}
