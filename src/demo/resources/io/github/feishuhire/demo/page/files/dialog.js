// The one dialog of the page.
import { byId } from './dom.js';

let onClose = () => {};

export function startDialog() {
  const dialog = byId('dialog');
  byId('dialog-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    byId('dialog-body').replaceChildren();
    onClose();
    onClose = () => {};
  });
}

/** Shows a part of the page on top of it; the browser keeps the focus in it and gives it back. */
export function show(title, body, { wide = false, closed = () => {} } = {}) {
  const dialog = byId('dialog');
  if (dialog.open) {
    dialog.close();
  }
  onClose = closed;
  byId('dialog-title').textContent = title;
  byId('dialog-body').replaceChildren(body);
  dialog.classList.toggle('wide', wide);
  dialog.showModal();
}

export function close() {
  byId('dialog').close();
}
