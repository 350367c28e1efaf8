// Everybody on the way, those who came last first.
import { byId, h, sync } from './dom.js';
import { nameOf, processName } from './catalogue.js';
import { state } from './store.js';
import { family, language, say } from './words.js';

const SHOWN = 60;

export function updateInstances(openInstance) {
  const latest = [...state.instances.values()].reverse().slice(0, SHOWN);
  sync(
    byId('instances'),
    latest,
    (one) => one.key,
    (one) => JSON.stringify([one.who, where(one), one.taskId, one.applicationId, look(one), language()]),
    (one) => row(one, openInstance),
  );
}

function row(one, openInstance) {
  return h(
    'tr',
    { class: look(one) },
    h(
      'th',
      { scope: 'row' },
      h('button', { class: 'link', onclick: () => openInstance(one.key) }, title(one)),
    ),
    h('td', {}, one.story ? say(`story.${one.story}`) : processName(family(one.process))),
    h('td', {}, h('span', { class: 'dot', 'aria-hidden': 'true' }), where(one)),
    h('td', {}, one.taskId && h('code', { title: one.taskId }, one.taskId)),
    h('td', {}, one.applicationId && h('code', {}, one.applicationId)),
  );
}

/** Who it is about, or else which instance. */
export function title(one) {
  return one.who || `…${one.key.slice(-4)}`;
}

export function look(one) {
  if (one.incidents.length) {
    return 'incident';
  }
  if (one.tasks.length) {
    return 'person';
  }
  return one.ended ? 'over' : 'moving';
}

export function where(one) {
  if (one.incidents.length) {
    return say('where.incident', nameOf(one.process, one.incidents[0].element));
  }
  if (one.cancelled) {
    return say('where.cancelled');
  }
  const last = one.ended ? one.completed.at(-1) : one.at.at(-1);
  if (one.ended) {
    return last ? nameOf(one.process, last) : say('where.ended');
  }
  return last ? say('where.at', nameOf(one.process, last)) : say('where.starting');
}
