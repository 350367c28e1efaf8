// Templates of one tenant, of 23 websites, 340 job posts and 150 cities, written by the command of the jar.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import validator from '@bpmn-io/element-templates-validator';
import { launch } from '../lib/browser.js';
import { Panel } from '../lib/panel.js';
import { LANGUAGES, files, output, root } from '../lib/project.js';
import { templatesIn } from '../lib/templates.js';

const CAREERS = '7047318856652261676';
const CAMPUS = '7047318856652261677';
/** A designer notices more. */
const SECONDS = 3;

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

for (const { name: language } of LANGUAGES) {
  const folder = `target/tenant-templates/${language}`;
  const say = (text) => `${text}, ${language}`;
  if (!existsSync(root(folder))) {
    throw new Error(`${folder} is missing: run ./mvnw test -Dtest=TemplatesIT`);
  }

  for (const file of files(folder, '.json')) {
    test(say(`${basename(file)} of a tenant has no errors and no warnings`), () => {
      const { valid, errors, warnings } = validator.validateZeebe(readFileSync(file, 'utf8'));

      assert.deepEqual({ valid, errors: errors ?? [], warnings: warnings ?? [] }, { valid: true, errors: [], warnings: [] });
    });
  }

  const submit = async () => {
    const templates = templatesIn(folder);
    const panel = await Panel.open(browser, templates, { height: 1800 });
    await panel.append('start', 'bpmn:Task');
    await panel.chooseTemplate(templates['submit-website-delivery'].name);
    return panel;
  };

  test(say('choosing a website changes the job posts that are offered'), async () => {
    const panel = await submit();
    const offered = async (website) => {
      const field = panel.field(`jobPost_${website}`);
      return (await field.required()).$$eval('option', (all) => all.map((one) => one.value).filter(Boolean));
    };
    assert.equal(await panel.field(`jobPost_${CAREERS}`).isShown(), false, 'no website, no job posts');

    await panel.field('website').choose(CAREERS);
    assert.equal((await offered(CAREERS)).length, 341);
    await panel.field(`jobPost_${CAREERS}`).choose('6960663240925956637');
    await panel.field('withChannel').tick();
    await panel.field(`channel_${CAREERS}`).choose('6891560630172518671');
    await panel.field('withPreferredCity').tick();
    await panel.field('city').choose('CT_2');
    let xml = await panel.xml();
    const template = templatesIn(folder)['submit-website-delivery'];
    assert.ok(xml.includes(`<zeebe:header key="elementTemplateId" value="${template.id}" />`), xml);
    assert.ok(xml.includes(`<zeebe:header key="elementTemplateVersion" value="${template.version}" />`), xml);
    for (const [id, input] of [
      [CAREERS, 'website_id'],
      ['6960663240925956637', 'job_post_id'],
      ['6891560630172518671', 'channel_id'],
      ['CT_2', 'application_preferred_city_code_list'],
    ]) {
      assert.ok(xml.includes(`<zeebe:input source="${id}" target="${input}" />`), xml);
    }
    writeFileSync(output('tenant', `chosen-${language}.bpmn`), xml);
    await panel.screenshot(output('panel', language, 'tenant.png'));

    await panel.field('website').choose(CAMPUS);
    assert.deepEqual(await offered(CAMPUS), ['6960663240925956639', 'other']);
    xml = await panel.xml();
    assert.ok(xml.includes(`<zeebe:input source="${CAMPUS}" target="website_id" />`), xml);
    assert.ok(!xml.includes('6960663240925956637'), 'the job post of the other website is gone');
    assert.ok(!xml.includes('6891560630172518671'), 'and so is its channel');
    assert.equal(xml.match(/target="job_post_id"/g), null);
    assert.deepEqual(await panel.faults(), []);
  });

  test(say('the last choice takes an expression'), async () => {
    const panel = await submit();

    await panel.field('website').choose(CAREERS);
    await panel.field(`jobPost_${CAREERS}`).choose('other');
    await panel.field(`job_post_id_${CAREERS}`).type('=job.post_id');
    await panel.field('website').choose(CAREERS);

    const xml = await panel.xml();
    assert.ok(xml.includes('<zeebe:input source="=job.post_id" target="job_post_id" />'), xml);
    assert.equal(xml.match(/target="job_post_id"/g).length, 1);
    assert.deepEqual(await panel.faults(), []);
  });

  test(say('a website that is not in the list can be entered'), async () => {
    const panel = await submit();

    await panel.field('website').choose('other');
    await panel.field('website_id').type('=website');
    await panel.field('job_post_id').type('6960663240925956636');

    const xml = await panel.xml();
    assert.ok(xml.includes('<zeebe:input source="=website" target="website_id" />'), xml);
    assert.ok(xml.includes('<zeebe:input source="6960663240925956636" target="job_post_id" />'), xml);
    assert.deepEqual(await panel.faults(), []);
  });

  test(say(`a choice among 340 job posts is there within ${SECONDS} seconds`), async () => {
    const panel = await submit();
    await panel.field('website').choose(CAREERS);

    const began = performance.now();
    await panel.field(`jobPost_${CAREERS}`).choose('6960663240925956637');
    const xml = await panel.xml();

    assert.ok(xml.includes('source="6960663240925956637"'));
    assert.ok(performance.now() - began < SECONDS * 1000, `${performance.now() - began} ms`);
  });
}
