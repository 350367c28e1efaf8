// The page of the demo, as somebody uses it who has never seen it, and its pictures: copy them from target/modeler/readme/.
import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from '../lib/browser.js';
import { card, closed, openPage, press, row, startDemo, write } from '../lib/demo.js';
import { output, root } from '../lib/project.js';

const WIDE = { width: 1440, height: 1000 };
const LARGEST = 150 * 1024;
const RESUME = output('demo', 'resume.pdf');

let demo;
let browser;
let page;

before(
  async () => {
    writeFileSync(RESUME, '%PDF-1.4\n');
    demo = await startDemo();
    browser = await launch();
    page = await openPage(browser, demo.address, WIDE);
  },
  { timeout: 620_000 },
);
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Fills the start form in, apart from what stands in it already. */
async function apply(name, differences = {}, button = 'Another candidate') {
  await press(page, '.diagram-panel', button);
  await write(page, 'Name', name);
  for (const [label, text] of Object.entries(differences)) {
    await write(page, label, text);
  }
  await page.click('dialog input[type=checkbox]');
  const file = await page.waitForSelector('dialog input[type=file]');
  await file.uploadFile(RESUME);
  await press(page, '#dialog', 'Apply');
  await closed(page);
}

/** Models do not reach the page until this is released. */
async function holdModels() {
  await page.evaluate(() => {
    const fetched = window.fetch;
    const released = new Promise((release) => (window.releaseModels = release));
    window.fetch = async (path, given) => {
      if (path.startsWith('/deployed/')) {
        await released;
      }
      return fetched(path, given);
    };
  });
  return () => page.evaluate(() => window.releaseModels());
}

/** Answers each required question with its first answer. */
async function review(name) {
  await press(page, await card(page, name, 'Screen resume'), 'Open the form');
  await page.waitForSelector('dialog .fjs-form');
  await page.evaluate(() => {
    document.querySelector('dialog .fjs-form input[type=radio]')?.click();
  });
  await press(page, '#dialog', 'Complete the task');
  await closed(page);
}

test('shows ten candidates, where they are, and what waits', async () => {
  assert.equal((await page.$$('#instances tr')).length, 10);
  assert.match(demo.printed(), /10 of 10 candidates ended as expected/);
  await page.waitForSelector('.marks .ended');
  await card(page, '周涛', 'did the submission arrive?');
});

test('a doubt is resolved by the word of a person', async () => {
  await press(page, await card(page, '周涛', 'did the submission arrive?'), 'It arrived');
  await row(page, '周涛', 'Passed on to the next stage');
});

test('a candidate is added with a form and a file, and reviewed by a person', async () => {
  await apply('Ada Newcomer');
  await review('Ada Newcomer');
  await row(page, 'Ada Newcomer', 'Passed on to the next stage');
});

test('a wrong number is corrected in its form', async () => {
  await apply('Bo Wrong', { 'Mobile number': '12' });
  await press(page, await card(page, 'Bo Wrong', 'Correct mobile number'), 'Open the form');
  await write(page, 'Mobile number', '13900139000');
  await press(page, '#dialog', 'Complete the task');
  await closed(page);
  await review('Bo Wrong');
  await row(page, 'Bo Wrong', 'Passed on to the next stage');
});

test('while Feishu is down a candidate waits, and goes on when it is back', async () => {
  await page.click('input[value=DOWN]');
  await apply('Cem Patient');
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.request')].some((one) => one.innerText.includes('attachments') && one.innerText.includes('502')),
  );
  await row(page, 'Cem Patient', 'Upload resume');
  await page.click('input[value=WELL]');
  await review('Cem Patient');
  await row(page, 'Cem Patient', 'Passed on to the next stage');
});

test('a killed token is noticed by nobody but Feishu', async () => {
  await page.click('#revoke');
  await apply('Dana Token');
  await review('Dana Token');
  await row(page, 'Dana Token', 'Passed on to the next stage');
});

test('an instance tells its inputs, outputs, and each request with its reply', async () => {
  await press(page, '#instances', 'Ada Newcomer');
  const submit = await page.waitForFunction(() =>
    [...document.querySelectorAll('.visits summary')].find((one) => one.innerText.includes('Submit website delivery')),
  );
  await submit.click();
  const text = await page.$eval('.visits details[open]', (one) => one.innerText);
  assert.match(text, /website_id/);
  assert.match(text, /task_id/);
  await page.click('.visits details[open] .exchange > summary');
  const exchange = await page.$eval('.exchange[open]', (one) => one.innerText);
  assert.match(exchange, /create_by_attachment/);
  assert.match(exchange, /"code" : 0/);
  await page.screenshot({ path: output('demo', 'instance.png') });
  await page.keyboard.press('Escape');
  await closed(page);
});

test('a model of one’s own is deployed and run, one that is wrong says why not', async () => {
  const own = output('demo', 'my-own.bpmn');
  writeFileSync(
    own,
    readFileSync(root('bpmn', 'submit-only.bpmn'), 'utf8').replace(/<bpmn:process id="[^"]+" name="[^"]+"/, '<bpmn:process id="my-own" name="My own"'),
  );
  const wrong = output('demo', 'wrong.bpmn');
  writeFileSync(wrong, readFileSync(own, 'utf8').replace('isExecutable="true"', 'isExecutable="true" id2=""').replace('</bpmn:process>', ''));
  const files = await page.$('#files');

  await files.uploadFile(wrong);
  await page.waitForFunction(() => document.querySelector('#deployed').innerText.includes('does not deploy'));
  const release = await holdModels();
  await files.uploadFile(own);
  await page.waitForFunction(() => document.querySelector('#deployed').innerText.includes('my-own'));
  const waits = await page.$eval('#start', (button) => [button.innerText, button.disabled]);
  assert.deepEqual(waits, ['Start an instance…', true]);
  await release();
  await press(page, '.diagram-panel', 'Start an instance');
  await page.waitForSelector('dialog textarea');
  await page.$eval('dialog textarea', (area) => (area.value = '{"name": "Eve Own", "website_id": "nowhere"}'));
  await press(page, '#dialog', 'Send');
  await closed(page);
  await card(page, 'Eve Own', 'Incident');
  assert.match(demo.printed(), /my-own …\d{4}/);
  await page.select('#process', 'hire-candidate');
});

test('a candidate who is moved on in Feishu is moved on in the process', async () => {
  const entry = (expected) =>
    page.waitForFunction(
      (expected) =>
        [...document.querySelectorAll('.entry')].find((one) => one.innerText.includes('Fay Onboard') && one.innerText.includes(expected)),
      {},
      expected,
    );
  await page.select('#process', 'hire-to-onboarding');
  await apply('Fay Onboard', {}, 'Start an instance');
  await card(page, 'Fay Onboard', 'Decide on candidate');
  await press(page, '#tabs', 'Applications');
  await press(page, await entry('Resume Screening'), 'Next stage');
  await press(page, await entry('Resume Evaluation'), 'Next stage');
  await entry('Interview');

  await press(page, '#instances', 'Fay Onboard');
  await page.waitForFunction(() => {
    const visits = [...document.querySelectorAll('.visits summary')].map((one) => one.innerText);
    return ['Moved in Feishu', 'Get interviews'].every((name) => visits.some((one) => one.includes(name)));
  });
  await page.keyboard.press('Escape');
  await closed(page);
  await press(page, '#tabs', 'Requests');
  await page.select('#process', 'hire-candidate');
});

test('nothing but the page itself can change anything', async () => {
  const url = `${demo.address}/feishu/revoke`;
  const post = (headers) => fetch(url, { method: 'POST', headers, body: '{}' }).then((reply) => reply.status);
  const token = await page.$eval('meta[name=page-token]', (meta) => meta.content);

  assert.equal(await post({}), 403);
  assert.equal(await post({ 'X-Page-Token': token, Origin: 'https://example.com' }), 403);
  assert.equal(await post({ 'X-Page-Token': token }), 204);
});

const LOOKS = [
  ['light', WIDE, [], 'en'],
  ['dark', WIDE, [{ name: 'prefers-color-scheme', value: 'dark' }], 'en'],
  ['zh-CN', WIDE, [], 'zh-CN'],
  ['narrow', { width: 400, height: 900 }, [], 'en'],
];

for (const [name, viewport, features, language] of LOOKS) {
  test(`it looks as it should, ${name}`, async () => {
    const other = await openPage(browser, demo.address, viewport, features);
    await other.click(`[data-language="${language}"]`);
    await other.waitForFunction((language) => document.documentElement.lang === language, {}, language);
    await other.click('#ten');
    await card(other, '王芳', '');
    await other.screenshot({ path: output('demo', `${name}.png`) });
    const wider = await other.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    const unnamed = await other.$$eval('button, input, select, textarea', (all) =>
      all.filter((one) => !one.closest('[hidden], [aria-hidden], dialog:not([open])') && !(one.innerText || one.labels?.[0]?.innerText || one.ariaLabel)).map((one) => one.outerHTML),
    );
    assert.deepEqual({ wider, unnamed, faults: other.faults }, { wider: false, unnamed: [], faults: [] });
    await other.close();
  });
}

for (const language of ['en', 'zh-CN']) {
  test(`the picture demo.${language}.webp of the README is small`, async () => {
    const other = await openPage(browser, demo.address, { width: 1280, height: 720 });
    await other.click(`[data-language="${language}"]`);
    await other.click('#ten');
    await card(other, '王芳', '');
    const picture = output('readme', `demo.${language}.webp`);
    await other.screenshot({ path: picture, type: 'webp', quality: 80 });
    await other.close();
    assert.ok(statSync(picture).size < LARGEST, `${statSync(picture).size}`);
  });
}

test('no script failed, and the policy of the page refused nothing', () => {
  assert.deepEqual(page.faults, []);
});
