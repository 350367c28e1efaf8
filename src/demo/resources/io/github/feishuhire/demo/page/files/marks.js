// A mark for each instance, which goes the way the instance has gone, slowly enough to be seen.
import { h } from './dom.js';
import { family } from './words.js';

const STEP = 650;
const LINGER = 2500;
const LONGEST_WAY = 12;
const RECENT = 15_000;
const SIZE = 24;

export class Marks {
  #viewer;
  #open;
  #layer = h('div', { class: 'marks', 'aria-hidden': 'true' });
  #marks = new Map();
  #first = true;

  constructor(viewer, open) {
    this.#viewer = viewer;
    this.#open = open;
    viewer.get('canvas').getContainer().append(this.#layer);
    viewer.on('canvas.viewbox.changed', ({ viewbox }) => {
      this.#layer.style.transform = `scale(${viewbox.scale}) translate(${-viewbox.x}px, ${-viewbox.y}px)`;
    });
    setInterval(() => this.#step(), STEP);
  }

  clear() {
    this.#marks.clear();
    this.#first = true;
    this.#layer.replaceChildren();
  }

  show(instances, chosen) {
    for (const instance of instances.filter((one) => family(one.process) === chosen)) {
      const mark = this.#marks.get(instance.key) ?? this.#begin(instance);
      mark.instance = instance;
      mark.place = Math.max(mark.place, instance.trail.length - LONGEST_WAY);
      this.#marks.set(instance.key, mark);
    }
    this.#first = false;
    this.#place();
  }

  /** Who has come while somebody looks goes the whole way; all others are where they are. */
  #begin(instance) {
    const isNew = !this.#first && Date.now() - Date.parse(instance.started) < RECENT;
    return {
      place: isNew ? 0 : instance.trail.length - 1,
      since: isNew ? Date.now() : 0,
      element: this.#draw(instance),
    };
  }

  #draw(instance) {
    const mark = h('button', { class: 'mark', tabindex: -1, onclick: () => this.#open(instance.key) });
    mark.textContent = [...(instance.who || instance.key.slice(-2))][0];
    this.#layer.append(mark);
    return mark;
  }

  #step() {
    for (const mark of this.#marks.values()) {
      if (mark.place < mark.instance.trail.length - 1) {
        mark.place += 1;
        mark.since = Date.now();
      }
    }
    this.#place();
  }

  #place() {
    const registry = this.#viewer.get('elementRegistry');
    const crowds = new Map();
    const counts = new Map();
    for (const mark of this.#marks.values()) {
      const { instance } = mark;
      const arrived = mark.place >= instance.trail.length - 1;
      const id = instance.trail[Math.max(0, Math.min(mark.place, instance.trail.length - 1))];
      const shape = id && registry.get(id);
      const gone = arrived && instance.ended && Date.now() - mark.since > LINGER;
      mark.element.hidden = !shape || gone;
      if (gone && shape) {
        counts.set(id, { shape, number: (counts.get(id)?.number ?? 0) + 1 });
      }
      if (!shape || gone) {
        continue;
      }
      const nth = crowds.get(id) ?? 0;
      crowds.set(id, nth + 1);
      const columns = Math.max(1, Math.floor(shape.width / (SIZE - 6)));
      const x = shape.x + (shape.width <= SIZE * 2 ? shape.width / 2 - SIZE / 2 : 2) + (nth % columns) * (SIZE - 6);
      const y = shape.y - SIZE / 2 - Math.floor(nth / columns) * (SIZE - 8);
      mark.element.style.transform = `translate(${x}px, ${y}px)`;
      mark.element.className = `mark ${kind(instance, arrived)}`;
      mark.element.title = instance.who || instance.key;
    }
    this.#count(counts);
  }

  #count(counts) {
    this.#layer.querySelectorAll('.ended').forEach((badge) => badge.remove());
    for (const { shape, number } of counts.values()) {
      const badge = h('span', { class: 'ended' }, String(number));
      badge.style.transform = `translate(${shape.x + shape.width - 8}px, ${shape.y - 12}px)`;
      this.#layer.append(badge);
    }
  }
}

function kind(instance, arrived) {
  if (!arrived) {
    return 'moving';
  }
  if (instance.incidents.length) {
    return 'incident';
  }
  return instance.tasks.length ? 'person' : instance.ended ? 'over' : 'moving';
}
