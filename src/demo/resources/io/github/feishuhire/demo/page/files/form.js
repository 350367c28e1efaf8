// Forms as Tasklist shows them; where there is none, variables as JSON.
import { formById, model, edition, nameOf, processName, text } from './catalogue.js';
import { close, show } from './dialog.js';
import { h } from './dom.js';
import { get, post } from './net.js';
import { withFiles } from './upload.js';
import { family, say } from './words.js';

// A form takes over what is typed a little later.
const TYPING = 400;

let counter = 0;

export async function openTask(instance, task) {
  const title = `${instance.who ? `${instance.who}: ` : ''}${nameOf(instance.process, task.element)}`;
  const complete = (variables) => post(`/tasks/${task.key}/complete`, { variables });
  const variables = await get(`/tasks/${task.key}/variables`);
  if (task.formKey === '0' || !window.FormViewer) {
    editJson(title, {}, complete, variables);
  } else {
    await fill(title, JSON.parse(await text(task.formKey)), variables, complete, say('form.complete'));
  }
}

/** A new instance of a process, with its start form where it has one. */
export async function openStart(name) {
  const deployed = edition(name);
  const form = formById(model(deployed)?.startForm);
  const start = (variables) => post('/instances', { process: deployed.id, variables });
  if (form && window.FormViewer) {
    await fill(processName(name), JSON.parse(await text(form.key)), example(), start, say('form.start'));
  } else {
    editJson(processName(name), family(name) === 'hire-candidate' ? example() : {}, start);
  }
}

/** Somebody who can be sent at once, apart from the file. */
function example() {
  counter += 1;
  const id = `${Date.now() % 100000}${counter}`;
  return {
    name: say('example.name'),
    external_id: `C-${id}`,
    email: `candidate-${id}@example.com`,
    mobile: '13800138000',
    mobile_country: 'CN_1 +86',
    website_id: '7047318856652261676',
    job_post_id: '6960663240925956636',
  };
}

async function fill(title, schema, data, send, label) {
  const container = h('div', { class: 'form' });
  const problem = h('p', { class: 'problem', role: 'alert' });
  const submit = h('button', { class: 'primary', type: 'button' }, label);
  const form = new window.FormViewer.Form({ container });
  show(title, h('div', {}, container, problem, h('div', { class: 'buttons' }, submit)), { closed: () => form.destroy() });
  await form.importSchema(schema, data);
  form.on('submit', async ({ data: given, errors, files }) => {
    if (Object.keys(errors).length) {
      container.querySelector('.fjs-form-field-error, [aria-invalid=true]')?.scrollIntoView({ block: 'center' });
      return;
    }
    await attempt(submit, problem, async () => send(await withFiles(given, files)));
  });
  submit.addEventListener('click', async () => {
    submit.disabled = true;
    await new Promise((settled) => setTimeout(settled, TYPING));
    submit.disabled = false;
    form.submit();
  });
}

async function attempt(button, problem, deed) {
  button.disabled = true;
  problem.textContent = '';
  try {
    await deed();
    close();
  } catch (refusal) {
    problem.textContent = refusal.message;
    button.disabled = false;
  }
}

/** Variables written by hand; below them what can be seen from there. */
export function editJson(title, variables, send, seen = null) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const area = h('textarea', { rows: 10, spellcheck: 'false', 'aria-label': say('json.label') });
  area.value = JSON.stringify(variables, null, 2);
  const submit = h('button', { class: 'primary' }, say('json.send'));
  submit.addEventListener('click', () =>
    attempt(submit, problem, () => {
      let given;
      try {
        given = JSON.parse(area.value);
      } catch (mistake) {
        throw new Error(say('json.wrong', mistake.message));
      }
      return send(given);
    }),
  );
  show(
    title,
    h(
      'div',
      {},
      h('p', { class: 'hint' }, say('json.hint')),
      area,
      problem,
      h('div', { class: 'buttons' }, submit),
      seen && h('details', {}, h('summary', {}, say('json.seen')), h('pre', {}, JSON.stringify(seen, null, 2))),
    ),
  );
}
