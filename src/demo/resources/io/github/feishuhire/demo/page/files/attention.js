// What waits for a person: incidents with what to do about them, and user tasks with their forms.
import { byId, h, sync } from './dom.js';
import { nameOf } from './catalogue.js';
import { editJson, openTask } from './form.js';
import { title } from './instances.js';
import { post } from './net.js';
import { state } from './store.js';
import { language, say } from './words.js';

const CLAIM = 'feishu_hire_submission';

export function updateAttention(openInstance) {
  const open = [...state.instances.values()].flatMap((instance) => [
    ...instance.incidents.map((incident) => ({ instance, incident, key: incident.key })),
    ...instance.tasks.map((task) => ({ instance, task, key: task.key })),
  ]);
  const forPerson = open.filter((one) => one.incident || one.task.forPerson);
  const sorted = [...forPerson, ...open.filter((one) => !forPerson.includes(one))];
  const list = byId('attention-list');
  sync(
    list,
    sorted.length ? sorted : [{ key: 'nothing' }],
    (one) => one.key,
    (one) => JSON.stringify([one.incident, one.task, arrived(one).map((it) => it.id), language(), one.instance && nameOf(one.instance.process, (one.incident ?? one.task).element)]),
    (one) => (one.key === 'nothing' ? h('p', { class: 'hint' }, say('attention.nothing')) : card(one, openInstance)),
  );
  byId('attention-count').textContent = forPerson.length || '';
  const news = forPerson.length ? say('attention.count', forPerson.length) : '';
  if (byId('announce').textContent !== news) {
    byId('announce').textContent = news;
  }
}

/** The applications that Feishu has of whom an incident is about. */
function arrived({ incident }) {
  return incident?.doubt
    ? (state.feishu?.applications ?? []).filter((one) => one.userId === incident.userId)
    : [];
}

function card(one, openInstance) {
  const { instance, incident, task } = one;
  const element = nameOf(instance.process, (incident ?? task).element);
  const problem = h('p', { class: 'problem', role: 'alert' });
  const act = (deed) => async ({ currentTarget }) => {
    currentTarget.disabled = true;
    problem.textContent = '';
    try {
      await deed();
    } catch (refusal) {
      problem.textContent = refusal.message;
      currentTarget.disabled = false;
    }
  };
  return h(
    'article',
    { class: `card ${incident ? 'incident' : 'person'}` },
    h(
      'h3',
      {},
      h('button', { class: 'link', onclick: () => openInstance(instance.key) }, title(instance)),
      h('span', {}, element),
    ),
    h('p', { class: 'kind' }, incident ? say(incident.doubt ? 'kind.doubt' : 'kind.incident') : say('kind.task')),
    incident && h('p', { class: 'message' }, incident.message),
    incident ? remedies(one, act) : taskButtons(one, act),
    problem,
  );
}

function remedies(one, act) {
  const { instance, incident } = one;
  const retry = (variables) => post(`/incidents/${incident.key}/retry`, { variables });
  const claim = (value) => act(() => retry({ [CLAIM]: value }));
  const found = arrived(one);
  return h(
    'div',
    { class: 'buttons' },
    ...(incident.doubt
      ? [
          ...found.map((application) =>
            h(
              'button',
              { class: 'primary', onclick: claim({ state: 'accepted', application_id: application.id }) },
              say('doubt.accepted', application.id),
            ),
          ),
          !found.length && h('p', { class: 'hint' }, say('doubt.none')),
          h(
            'button',
            { class: found.length ? 'secondary' : 'primary', onclick: claim({ state: 'released' }) },
            say('doubt.released'),
          ),
        ]
      : [h('button', { class: 'primary', onclick: act(() => retry({})) }, say('retry'))]),
    h('button', { class: 'secondary', onclick: () => editJson(say('retry.with'), {}, retry) }, say('retry.with')),
    h(
      'button',
      { class: 'quiet', onclick: act(() => post(`/instances/${instance.key}/cancel`)) },
      say('cancel'),
    ),
  );
}

function taskButtons({ instance, task }, act) {
  const open = () => openTask(instance, task);
  return h(
    'div',
    { class: 'buttons' },
    task.forPerson
      ? h('button', { class: 'primary', onclick: open }, say('task.open'))
      : h(
          'button',
          {
            class: 'secondary',
            onclick: act(async () => {
              await post(`/tasks/${task.key}/take`);
              await open();
            }),
          },
          say('task.take'),
        ),
    !task.forPerson && h('p', { class: 'hint' }, say('task.recruiter')),
  );
}
