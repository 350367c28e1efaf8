// Whoever takes the newest version of a template keeps every value entered in an earlier one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { launch } from '../lib/browser.js';
import { Panel } from '../lib/panel.js';
import { root } from '../lib/project.js';
import { templatesIn, withValues } from '../lib/templates.js';

const FOLDER = 'element-templates/en';
const VERSION = 'elementTemplateVersion';
const newest = templatesIn(FOLDER);

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

/** Every field that is seen filled in, with a value that is not the one it starts with. */
function filledIn(template) {
  const values = {};
  for (const property of template.properties.filter(({ type }) => type !== 'Hidden')) {
    if (property.type === 'Boolean') {
      values[property.id] = true;
    } else if (property.type === 'Dropdown') {
      values[property.id] = property.choices.at(property.id === 'identityDocument' ? 1 : -1).value;
    } else if (property.binding.type === 'zeebe:output') {
      values[property.id] = `my_${property.value}`;
    } else {
      values[property.id] = property.feel ? `=my.${property.id}` : 'PT42S';
    }
  }
  return withValues(template, values);
}

/** What a designer has entered: inputs, outputs, headers, properties, retries. */
async function entered(panel, task) {
  return panel.page.evaluate((task) => {
    const { extensionElements } = window.modeler.get('elementRegistry').get(task).businessObject;
    const found = {};
    for (const extension of extensionElements.values) {
      for (const one of extension.inputParameters ?? []) found[`input ${one.target}`] = one.source;
      for (const one of extension.outputParameters ?? []) found[`output ${one.source}`] = one.target;
      for (const one of extension.values ?? []) found[`header ${one.key}`] = one.value;
      for (const one of extension.properties ?? []) found[`property ${one.name}`] = one.value;
      if (extension.retries) found.retries = extension.retries;
    }
    return found;
  }, task);
}

/** What a task says after the upgrade, beside what it said before. */
async function upgraded(before, after) {
  const panel = await Panel.open(browser, {});
  const task = await panel.append('start', 'bpmn:Task');
  const apply = (template) =>
    panel.page.evaluate(
      (task, template) => {
        const templates = window.modeler.get('elementTemplates');
        window.modeler.get('elementTemplatesLoader').setTemplates([template]);
        templates.applyTemplate(window.modeler.get('elementRegistry').get(task), template);
      },
      task,
      template,
    );
  await apply(filledIn(before));
  const old = await entered(panel, task);
  await panel.page.evaluate(
    (task, before, after) => {
      const templates = window.modeler.get('elementTemplates');
      window.modeler.get('elementTemplatesLoader').setTemplates([before, after]);
      templates.applyTemplate(window.modeler.get('elementRegistry').get(task), after);
    },
    task,
    before,
    after,
  );
  const now = await entered(panel, task);
  assert.deepEqual(await panel.faults(), []);
  return { old, now };
}

/** These are the template's own. */
const FOLLOWS = ['property camundaModeler:exampleOutputJson', `header ${VERSION}`];

/** Names of the values that are gone or different after the upgrade. */
async function lost(before, after) {
  const { old, now } = await upgraded(before, after);
  return Object.keys(old).filter((name) => !FOLLOWS.includes(name) && old[name] !== now[name]);
}

function next(template) {
  const version = template.version + 1;
  return { ...withValues(template, { [VERSION]: `${version}` }), version };
}

/** What git answers, in lines. */
function git(...command) {
  return execFileSync('git', command, { cwd: root(), encoding: 'utf8' }).split('\n').filter(Boolean);
}

/** The templates of every release, as its tag has them. Before the first release there are none. */
const released = git('tag', '--list', 'v*').flatMap((tag) =>
  git('ls-tree', '--name-only', tag, `${FOLDER}/`)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ tag, template: JSON.parse(git('show', `${tag}:${file}`).join('\n')) })),
);

for (const template of Object.values(newest)) {
  const earlier = released.filter((one) => one.template.id === template.id);

  for (const one of [...earlier, { tag: 'today', template }]) {
    test(`${template.name} of ${one.tag} keeps its values in the newest version`, async () => {
      const target = template.version === one.template.version ? next(template) : template;

      assert.deepEqual(await lost(one.template, target), []);
    });
  }
}

test('a task tells the version it was upgraded to', async () => {
  const released = newest['submit-website-delivery'];

  const { old, now } = await upgraded(released, next(released));

  assert.equal(old[`header ${VERSION}`], `${released.version}`);
  assert.equal(now[`header ${VERSION}`], `${released.version + 1}`);
});

test('a value that an upgrade loses is found out', async () => {
  const released = newest['submit-website-delivery'];
  const changed = next(released);
  const jobPost = changed.properties.find((one) => one.id === 'job_post_id');
  jobPost.binding = { type: 'zeebe:input', name: 'job_advertisement_id' };

  assert.deepEqual(await lost(released, changed), ['input job_post_id']);
});
