// Templates and the start form of one tenant, of 23 websites, 340 job posts and 150 cities, written by the command of the jar.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import validator from '@bpmn-io/element-templates-validator';
import { launch, open } from '../lib/browser.js';
import { formLinter } from '../lib/form-linter.js';
import { Panel } from '../lib/panel.js';
import { LANGUAGES, files, output, root } from '../lib/project.js';
import { templatesIn } from '../lib/templates.js';

const CAREERS = '7047318856652261676';
const CAMPUS = '7047318856652261677';
const BARE = '7047318856652270001';
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
    assert.equal((await offered(CAREERS)).length, 340);
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
    assert.deepEqual(await offered(CAMPUS), ['6960663240925956639']);
    xml = await panel.xml();
    assert.ok(xml.includes(`<zeebe:input source="${CAMPUS}" target="website_id" />`), xml);
    assert.ok(!xml.includes('6960663240925956637'), 'the job post of the other website is gone');
    assert.ok(!xml.includes('6891560630172518671'), 'and so is its channel');
    assert.ok(xml.includes('<zeebe:input target="job_post_id" />'), xml);
    assert.deepEqual(await panel.faults(), []);
  });

  test(say('a box that is ticked takes an expression'), async () => {
    const panel = await submit();

    await panel.field('website').choose(CAREERS);
    await panel.field(`jobPost_${CAREERS}`).choose('6960663240925956637');
    await panel.field('jobPostOther').tick();
    assert.equal(await panel.field(`jobPost_${CAREERS}`).isShown(), false);
    await panel.field('job_post_id_other').type('=job.post_id');
    await panel.field('website').choose(CAREERS);

    let xml = await panel.xml();
    assert.ok(xml.includes('<zeebe:input source="=job.post_id" target="job_post_id" />'), xml);
    assert.equal(xml.match(/target="job_post_id"/g).length, 1);

    await panel.field('jobPostOther').tick();
    xml = await panel.xml();
    assert.ok(!xml.includes('job.post_id'), 'no expression is left behind a dropdown');
    assert.deepEqual(await panel.faults(), []);
  });

  test(say('a website without job posts takes the ID of one'), async () => {
    const panel = await submit();

    await panel.field('website').choose(BARE);
    await panel.field('job_post_id_none').type('6960663240925956636');

    const xml = await panel.xml();
    assert.ok(xml.includes(`<zeebe:input source="${BARE}" target="website_id" />`), xml);
    assert.ok(xml.includes('<zeebe:input source="6960663240925956636" target="job_post_id" />'), xml);
    assert.deepEqual(await panel.faults(), []);
  });

  test(say('a website that is not in the list can be entered'), async () => {
    const panel = await submit();

    await panel.field('websiteOther').tick();
    await panel.page.mouse.move(0, 0); // what moves below it would show its tooltip
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

  test(say('the start form offers the job posts of the chosen website'), async () => {
    const form = JSON.parse(readFileSync(root(folder, 'candidate-start.form'), 'utf8'));
    assert.deepEqual(await (await formLinter()).lint(form), []);
    const page = await open(browser, 'form', { width: 1000, height: 1200 });
    const warnings = await page.evaluate(async (form) => {
      window.form = new window.FormViewer.Form({ container: '#form' });
      return (await window.form.importSchema(form, {})).warnings.map((one) => one.message);
    }, form);
    assert.deepEqual(warnings, []);
    /** Opens a dropdown, takes the entry of this name, and tells how many there are. */
    const choose = async (key, name) => {
      const { id } = form.components.find((one) => one.key === key);
      await page.locator(`[id$="-${id}"]`).click();
      await page.locator(`.fjs-dropdownlist-item ::-p-text(${name})`).wait();
      const items = await page.$$('.fjs-dropdownlist-item');
      const names = await Promise.all(items.map((item) => item.evaluate((one) => one.textContent)));
      await items[names.indexOf(name)].click();
      return items.length;
    };
    const sent = () => page.evaluate(() => window.form.submit());
    const settled = (key) =>
      page.waitForFunction((key) => window.form.submit().data[key] === null, {}, key);
    const { values } = form.components.find((one) => one.key === 'website_id');
    const nameOf = (id) => values.find((one) => one.value === id).label;

    assert.equal(await choose('website_id', nameOf(CAREERS)), 3, 'those with job posts');
    assert.equal(await choose('job_post_id', '流程工程师'), 340);
    assert.equal(await choose('channel_id', '微信公众号'), 2);
    const { data, errors } = await sent();
    assert.equal(data.website_id, CAREERS);
    assert.equal(data.job_post_id, '6960663240925956637');
    assert.equal(data.channel_id, '6891560630172518671');
    assert.ok(!('jobPostIdField' in errors));

    await choose('website_id', nameOf(CAMPUS));
    await settled('job_post_id');
    assert.ok('jobPostIdField' in (await sent()).errors, 'the job post of the other website is gone');
    assert.equal(await choose('job_post_id', '2027 届管培生'), 1);
    assert.equal((await sent()).data.job_post_id, '6960663240925956639');
    assert.deepEqual(page.faults, []);
  });
}
