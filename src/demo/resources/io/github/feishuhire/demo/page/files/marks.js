// A mark for each instance, which goes the way the instance has gone, slowly enough to be seen.
import { h } from './dom.js';
import { family } from './words.js';

const STEP = 650;
const LINGER = 2500;
const LONGEST_WAY = 12;
const SIZE = 24;

export class Marks {
  #viewer;
  #open;
  #layer = h('div', { class: 'marks', 'aria-hidden': 'true' });
  #marks = new Map();
  #known = new Set();

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
    this.#known.clear();
    this.#layer.replaceChildren();
  }

  /** Those that were over when they were first seen are only counted. */
  show(instances, chosen) {
    for (const instance of instances) {
      if (family(instance.process) !== chosen) {
        continue;
      }
      let mark = this.#marks.get(instance.key);
      if (!mark) {
        const old = this.#known.size === 0 || instance.ended ? instance.trail.length - 1 : 0;
        mark = { place: Math.max(0, instance.ended && this.#seenFromStart(instance) ? 0 : old), since: Date.now() };
        mark.element = this.#draw(instance);
        this.#marks.set(instance.key, mark);
      }
      if (instance.trail.length - mark.place > LONGEST_WAY) {
        mark.place = instance.trail.length - LONGEST_WAY;
      }
      mark.instance = instance;
    }
    instances.forEach((instance) => this.#known.add(instance.key));
    this.#known.add('');
    this.#place();
  }

  #seenFromStart(instance) {
    return this.#known.size > 0 && Date.now() - Date.parse(instance.started) < 15000;
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
