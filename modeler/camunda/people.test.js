// A recruiter in Tasklist and an operator in Operate, beside the real Camunda, and their pictures: copy them from
// target/modeler/readme/. A demo that runs already is used where CAMUNDA_DEMO has its address.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from '../lib/browser.js';
import { awaitElement, choose, instanceOf, logIn, press, setVariable, startProcess, takeTask, tick, write } from '../lib/camunda-web.js';
import { startDemo } from '../lib/demo.js';
import { output } from '../lib/project.js';

const PATIENCE = 1_500_000;
const LARGEST = 150 * 1024;
const NARROW = { width: 1280, height: 900 };
const WIDE = { width: 1440, height: 900 };

const PEOPLE = {
  en: {
    person: 'Ada Newcomer',
    email: 'ada.newcomer@example.com',
    process: 'Hire candidate',
    name: 'Name',
    mail: 'E-mail',
    mobile: 'Mobile number',
    job: 'Job post',
    consent: 'The candidate has been told',
    correct: 'Correct mobile number',
    number: '13900139001',
    reason: 'Feishu does not accept this mobile number',
    screen: 'Screen resume',
    pass: 'Pass, on to the next stage',
  },
  'zh-CN': {
    person: '林晓雨',
    email: 'linxiaoyu@example.com',
    process: '候选人投递流程',
    name: '姓名',
    mail: '邮箱',
    mobile: '手机号',
    job: '职位',
    consent: '已告知候选人',
    correct: '更正手机号',
    number: '13900139002',
    reason: '飞书不接受',
    screen: '简历初筛',
    pass: '通过',
  },
};

let demo;
let browser;
let tasklist;
let operate;

before(
  async () => {
    const running = process.env.CAMUNDA_DEMO;
    demo = running ? { address: running, stop: () => {} } : await startDemo(['camunda'], PATIENCE);
    browser = await launch();
    tasklist = await logIn(browser, demo.address, 'tasklist', NARROW);
    operate = await logIn(await browser.createBrowserContext(), demo.address, 'operate', WIDE);
  },
  { timeout: PATIENCE },
);
after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function picture(page, name) {
  const path = output('readme', `${name}.webp`);
  await page.screenshot({ path, type: 'webp', quality: 80 });
  assert.ok(statSync(path).size < LARGEST, `${statSync(path).size}`);
}

for (const [language, words] of Object.entries(PEOPLE)) {
  test(`a recruiter applies for somebody with the start form, ${language}`, async () => {
    await startProcess(tasklist, demo.address, words.process);
    await write(tasklist, words.name, words.person);
    await write(tasklist, words.mail, words.email);
    await write(tasklist, words.mobile, '12');
    await choose(tasklist, words.job, '流程工程师');
    await tick(tasklist, words.consent);
    await tasklist.$eval('.fjs-form', (form) => form.scrollIntoView());
    await picture(tasklist, `tasklist-start.${language}`);
    await press(tasklist, 'Start process');
    await awaitElement(operate, await instanceOf(operate, words.person), 'correctMobile', 'ACTIVE');
  });

  test(`a recruiter corrects a mobile number, ${language}`, async () => {
    await takeTask(tasklist, demo.address, words.correct, words.person);
    assert.match(await tasklist.$eval('.fjs-form', (form) => form.innerText), new RegExp(words.reason));
    await write(tasklist, words.mobile, words.number);
    await picture(tasklist, `tasklist-task.${language}`);
    await press(tasklist, 'Complete Task');
    await awaitElement(operate, await instanceOf(operate, words.person), 'reviewApplication', 'ACTIVE');
  });

  test(`a recruiter decides on the screening, ${language}`, async () => {
    const instance = await instanceOf(operate, words.person);
    await takeTask(tasklist, demo.address, words.screen, words.person);
    assert.match(await tasklist.$eval('.fjs-form', (form) => form.innerText), /流程工程师/);
    await tick(tasklist, words.pass);
    await press(tasklist, 'Complete Task');
    await awaitElement(operate, instance, 'candidateDelivered', 'COMPLETED');
  });
}

test('an operator reads an incident, sets the claim and retries', async () => {
  await operate.goto(`${demo.address}/operate/processes?incidents=true`);
  const link = await operate.waitForSelector('a[aria-label^="View instance"]');
  const instance = Number((await link.evaluate((one) => one.innerText)).trim());
  await link.click();
  await (await operate.waitForSelector('[data-testid="incidents-banner"]')).click();
  const message = await operate.waitForFunction(() => document.querySelector('[data-testid="cell-errorMessage"]')?.textContent);
  assert.match(await message.jsonValue(), /feishu_hire_submission: to \{"state":"accepted","application_id":"\.\.\."\} if it is there/);

  await (await operate.waitForSelector('g[data-element-id="submitDelivery"]')).click();
  await operate.waitForFunction(() =>
    document.querySelector('[data-testid="variable-feishu_hire_submission"]')?.innerText.includes('"state":"sent"'),
  );
  await picture(operate, 'operate-incident');
  await setVariable(operate, 'feishu_hire_submission', '{"state":"accepted","application_id":"7400000000000000001"}');
  await press(operate, 'Retry Incident');

  await awaitElement(operate, instance, 'reviewApplication', 'ACTIVE');
  await operate.waitForFunction(() => !document.querySelector('[data-testid="incidents-banner"]'));
});
