// A newcomer's own model: dropped here, deployed, and chosen.
import { byId } from './dom.js';
import { choose } from './diagram.js';
import { post } from './net.js';
import { family, say } from './words.js';

export function startModels() {
  byId('files').addEventListener('change', async ({ target }) => {
    await deploy([...target.files]);
    target.value = '';
  });
  const drop = byId('drop');
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  document.addEventListener('dragleave', (event) => event.relatedTarget || drop.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    if (!byId('dialog').open) {
      deploy([...event.dataTransfer.files]);
    }
  });
}

async function deploy(files) {
  const result = byId('deployed');
  const wrong = files.find((file) => !/\.(bpmn|form)$/i.test(file.name));
  if (!files.length || wrong) {
    tell(result, wrong ? say('own.wrong', wrong.name) : '', true);
    return;
  }
  try {
    const dropped = await Promise.all(files.map(async (file) => ({ name: file.name, content: await file.text() })));
    const { processes } = await post('/models', { files: dropped });
    tell(result, processes.length ? say('own.deployed', processes.join(', ')) : say('own.forms'), false);
    if (processes.length) {
      choose(family(processes[0]));
    }
  } catch (refusal) {
    tell(result, say('own.refused', refusal.message), true);
  }
}

function tell(element, text, bad) {
  element.textContent = text;
  element.classList.toggle('bad', bad);
}
