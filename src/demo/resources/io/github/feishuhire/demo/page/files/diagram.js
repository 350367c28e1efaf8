// The model of the chosen process, with the marks on it.
import { byId, h, sync } from './dom.js';
import { families, edition, model, processName } from './catalogue.js';
import { Marks } from './marks.js';
import { state } from './store.js';
import { say } from './words.js';

const FIRST = 'hire-candidate';

let viewer = null;
let marks = null;
let shown = null;
let chosen = FIRST;

export const chosenFamily = () => chosen;

export function choose(name) {
  chosen = name;
  update();
}

export function startDiagram(openInstance) {
  const container = byId('diagram');
  if (!window.BpmnJS) {
    container.append(h('p', { class: 'hint missing' }, say('libraries.missing')));
    return;
  }
  viewer = new window.BpmnJS({
    container,
    bpmnRenderer: {
      defaultFillColor: 'var(--shape)',
      defaultStrokeColor: 'var(--line)',
      defaultLabelColor: 'var(--ink)',
    },
    zoomScroll: { enabled: false },
  });
  marks = new Marks(viewer, openInstance);
  byId('process').addEventListener('change', ({ target }) => choose(target.value));
  byId('zoom-in').addEventListener('click', () => viewer.get('zoomScroll').stepZoom(1));
  byId('zoom-out').addEventListener('click', () => viewer.get('zoomScroll').stepZoom(-1));
  byId('zoom-fit').addEventListener('click', fit);
  new ResizeObserver(fit).observe(container);
}

function fit() {
  if (shown) {
    const canvas = viewer.get('canvas');
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
  }
}

export async function update() {
  const names = families();
  sync(
    byId('process'),
    names,
    (name) => name,
    (name) => processName(name),
    (name) => h('option', { value: name }, processName(name)),
  );
  byId('process').value = chosen;
  byId('start').textContent = chosen === FIRST ? say('another') : say('start');
  const wanted = edition(chosen);
  const read = model(wanted);
  // Its form is known only when it has been read.
  byId('start').disabled = !read;
  if (!viewer || !read) {
    return;
  }
  if (shown !== wanted.key) {
    shown = wanted.key;
    marks.clear();
    try {
      await viewer.importXML(read.xml);
      byId('diagram').classList.remove('bare');
    } catch {
      // A model without a drawing runs all the same.
      byId('diagram').classList.add('bare');
      return;
    }
    fit();
  }
  marks.show([...state.instances.values()], chosen);
}
