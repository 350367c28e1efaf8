// One instance: each element it was at, with what went in, what came out, and what was asked of Feishu.
import { nameOf, processName } from './catalogue.js';
import { close, show } from './dialog.js';
import { h, sync } from './dom.js';
import { exchange } from './exchange.js';
import { look, title, where } from './instances.js';
import { get, post } from './net.js';
import { state } from './store.js';
import { family, language, say } from './words.js';

let open = null;

export async function openInstance(key) {
  const body = h('div', { class: 'instance' });
  const current = { key, body, told: '' };
  show(title(state.instances.get(key)), body, { wide: true, closed: () => (open = open === current ? null : open) });
  open = current;
  await updateDetails();
}

/** Follows the instance while its details are open. */
export async function updateDetails() {
  const current = open;
  const one = current && state.instances.get(current.key);
  if (!one || current.told === JSON.stringify(one) + language()) {
    return;
  }
  current.told = JSON.stringify(one) + language();
  const visits = await get(`/instances/${one.key}/visits`);
  if (open !== current) {
    return;
  }
  if (!current.list) {
    current.head = h('div');
    current.list = h('ol', { class: 'visits' });
    current.body.replaceChildren(current.head, current.list);
  }
  current.head.replaceChildren(...head(one));
  sync(
    current.list,
    visits.filter((visit) => !visit.type.endsWith('GATEWAY')),
    (visit) => visit.key,
    (visit) => JSON.stringify(visit) + language(),
    (visit) => item(one, visit, current.list.querySelector(`[data-key="${visit.key}"] details`)?.open),
  );
}

function head(one) {
  return [
    h('p', { class: `state ${look(one)}` }, h('span', { class: 'dot', 'aria-hidden': 'true' }), where(one)),
    h(
      'dl',
      {},
      ...pair(say('details.process'), processName(family(one.process))),
      ...pair(say('details.key'), h('code', {}, one.key)),
      ...(one.story ? pair(say('table.story'), say(`story.${one.story}`)) : []),
      ...(one.taskId ? pair(h('code', {}, 'task_id'), h('code', {}, one.taskId)) : []),
      ...(one.applicationId ? pair(h('code', {}, 'application_id'), h('code', {}, one.applicationId)) : []),
    ),
    ...one.incidents.map((incident) => h('p', { class: 'message' }, incident.message)),
    one.ended
      ? ''
      : h(
          'button',
          { class: 'quiet', onclick: () => post(`/instances/${one.key}/cancel`).then(close) },
          say('cancel'),
        ),
  ];
}

function pair(term, value) {
  return [h('dt', {}, term), h('dd', {}, value)];
}

function item(one, visit, wasOpen) {
  return h(
    'li',
    { class: visit.left ? '' : 'now' },
    h(
      'details',
      { open: wasOpen ?? false },
      h(
        'summary',
        {},
        h('span', { class: 'name' }, nameOf(one.process, visit.element)),
        visit.requests.length > 0 && h('span', { class: 'pill' }, say('details.requests', visit.requests.length)),
        visit.failures.length > 0 && h('span', { class: 'pill bad' }, say('details.failures', visit.failures.length)),
        h('span', { class: 'took' }, took(visit)),
      ),
      ...block(say('details.inputs'), variables(visit.inputs)),
      ...block(say('details.noted'), variables(visit.noted)),
      ...block(say('details.outputs'), variables(visit.outputs)),
      ...block(
        say('details.failed'),
        visit.failures.length ? h('ul', {}, ...visit.failures.map((failure) => h('li', {}, failure))) : null,
      ),
      ...block(
        say('details.feishu'),
        visit.requests.length ? h('div', {}, ...visit.requests.map((request) => exchange(request))) : null,
      ),
      empty(visit) && h('p', { class: 'hint' }, say('details.nothing')),
    ),
  );
}

function empty(visit) {
  return ![visit.inputs, visit.noted, visit.outputs].some((part) => Object.keys(part).length) && !visit.requests.length && !visit.failures.length;
}

function took(visit) {
  if (!visit.left) {
    return say('details.now');
  }
  const millis = Date.parse(visit.left) - Date.parse(visit.entered);
  return millis < 1000 ? `${millis} ms` : `${(millis / 1000).toFixed(1)} s`;
}

function block(name, content) {
  return content ? [h('h4', {}, name), content] : [];
}

function variables(values) {
  const names = Object.keys(values).sort();
  return names.length
    ? h(
        'dl',
        { class: 'variables' },
        ...names.flatMap((name) => pair(h('code', {}, name), h('code', {}, JSON.stringify(values[name], null, 2)))),
      )
    : null;
}
