// Puts the page together.
import { updateAttention } from './attention.js';
import { openInstance, updateDetails } from './details.js';
import { chosenFamily, startDiagram, update as updateDiagram } from './diagram.js';
import { startDialog } from './dialog.js';
import { byId } from './dom.js';
import { startFeishu, updateFeishu } from './feishu.js';
import { openStart } from './form.js';
import { updateInstances } from './instances.js';
import { startModels } from './models.js';
import { post } from './net.js';
import { changed, listen, onChange, state } from './store.js';
import { language, say, speak } from './words.js';

await speak(language());
startDialog();
startDiagram(openInstance);
startFeishu();
startModels();

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', async () => {
    await speak(button.dataset.language);
    changed();
  });
}
byId('ten').addEventListener('click', () => post('/candidates', { language: language() }));
byId('start').addEventListener('click', () => openStart(chosenFamily()));

onChange(() => {
  const connection = byId('connection');
  const text = state.connected ? '' : say('connection.lost');
  if (connection.textContent !== text) {
    connection.textContent = text;
  }
  connection.hidden = state.connected;
  updateDiagram();
  updateInstances(openInstance);
  updateAttention(openInstance);
  updateFeishu();
  updateDetails();
});
listen();
