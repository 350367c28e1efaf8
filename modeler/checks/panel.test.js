// The templates in the properties panel, filled in as a designer does it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../lib/browser.js';
import { Panel } from '../lib/panel.js';
import { LANGUAGES, output } from '../lib/project.js';
import { templatesIn } from '../lib/templates.js';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function task(language, operation, options) {
  const templates = templatesIn(language.templates);
  const panel = await Panel.open(browser, templates, options);
  const id = await panel.append('start', 'bpmn:Task');
  await panel.chooseTemplate(templates[operation].name);
  return { panel, id };
}

for (const language of LANGUAGES) {
  const say = (text) => `${text}, ${language.name}`;

  for (const [operation, template] of Object.entries(templatesIn(language.templates))) {
    test(say(`${operation} shows what is required`), async () => {
      const { panel } = await task(language, operation);

      for (const property of template.properties) {
        if (property.type !== 'Hidden' && !property.condition && property.feel !== 'required') {
          const field = panel.field(property.id);
          assert.ok(await field.isShown(), property.label);
          const isMissing = property.constraints?.notEmpty && property.value === undefined;
          assert.equal(await field.error(), isMissing ? `${property.label} must not be empty.` : '');
          if (isMissing) {
            assert.equal(await field.placeholder(), property.placeholder);
          }
        }
      }
      await panel.screenshot(output('panel', language.name, `${operation}.png`));
      assert.deepEqual(await panel.faults(), []);
    });
  }

  test(say('a value the API would refuse is refused at once'), async () => {
    const { panel } = await task(language, 'submit-website-delivery');
    const jobPost = panel.field('job_post_id');
    const { message } = panel.template.properties.find((one) => one.id === 'job_post_id').constraints.pattern;

    await jobPost.type('the designer / Berlin');
    assert.equal(await jobPost.error(), `${jobPost.label} ${message}`);
    await panel.screenshot(output('panel', language.name, 'refused.png'));

    await jobPost.type('6960663240925956636');
    assert.equal(await jobPost.error(), '');
  });

  test(say('an expression is taken'), async () => {
    const { panel } = await task(language, 'submit-website-delivery');
    const jobPost = panel.field('job_post_id');

    await jobPost.type('=job.post_id');

    assert.equal(await jobPost.error(), '');
    assert.equal(await jobPost.value(), '=job.post_id');
    assert.ok((await panel.xml()).includes('<zeebe:input source="=job.post_id" target="job_post_id" />'));
  });

  test(say('fields appear when they are asked for, and go again'), async () => {
    const { panel } = await task(language, 'submit-website-delivery');
    const conditional = {
      withChannel: ['channel_id'],
      withPreferredCity: ['application_preferred_city_code_list'],
      withMobile: ['mobile_country_code', 'mobile'],
      withEmail: ['email'],
    };

    for (const [box, fields] of Object.entries(conditional)) {
      for (const expected of [false, true, false]) {
        for (const field of fields) {
          assert.equal(await panel.field(field).isShown(), expected, field);
        }
        await panel.field(box).tick();
      }
    }
  });

  test(say('the number of a document is asked for once its type is chosen'), async () => {
    const { panel } = await task(language, 'submit-website-delivery', { height: 1700 });

    assert.equal(await panel.field('identificationNumber').isShown(), false);
    await panel.field('identityDocument').choose('chosen');
    assert.equal(await panel.field('identificationNumber').isShown(), true);
    assert.equal(
      await panel.field('identificationNumber').error(),
      `${panel.field('identificationNumber').label} must not be empty.`,
    );
  });

  test(say('a form that is filled in becomes the model it says'), async () => {
    const { panel } = await task(language, 'submit-website-delivery', { height: 1800 });
    await panel.field('website_id').type('7047318856652261676');
    await panel.field('job_post_id').type('=job_post_id');
    await panel.field('withMobile').tick();
    await panel.field('mobile').type('182900291190');
    await panel.field('identityDocument').choose('chosen');
    await panel.field('identificationType').choose('2');
    await panel.field('identificationNumber').type('E12345678');
    await panel.field('onDoubt').choose('bpmn-error');
    await panel.field('retries').type('5');
    await panel.field('resultVariable').type('delivery_task');

    const xml = await panel.xml();
    await panel.screenshot(output('panel', language.name, 'filled-in.png'));

    for (const line of [
      '<zeebe:taskDefinition type="feishu-hire:submit-website-delivery:1" retries="5" />',
      '<zeebe:input source="=user_id" target="user_id" />',
      '<zeebe:input source="7047318856652261676" target="website_id" />',
      '<zeebe:input source="=job_post_id" target="job_post_id" />',
      '<zeebe:input source="+86" target="mobile_country_code" />',
      '<zeebe:input source="182900291190" target="mobile" />',
      '<zeebe:input source="2" target="identification.identification_type" />',
      '<zeebe:input source="E12345678" target="identification.identification_number" />',
      '<zeebe:input source="=null" target="email" />',
      '<zeebe:output source="=task_id" target="delivery_task" />',
      '<zeebe:header key="onDoubt" value="bpmn-error" />',
      '<zeebe:header key="onRejected" value="bpmn-error" />',
      '<zeebe:header key="connection" value="default" />',
    ]) {
      assert.ok(xml.includes(line), `${line} is missing in\n${xml}`);
    }
    assert.deepEqual(await panel.faults(), []);
  });
}
