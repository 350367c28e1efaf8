// The linter of the Modeler's form editor finds nothing, and a person can fill the form in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, open } from '../lib/browser.js';
import { formLinter } from '../lib/form-linter.js';
import { LANGUAGES, files, output } from '../lib/project.js';

const DATA = {
  name: '张敏',
  email: 'zhangmin@163.com',
  mobile: '13800138000',
  mobile_dialling_prefix: '+86',
  preferred_city_code: 'CT_999',
  job_title: '流程工程师',
  channel_name: '校园宣讲会',
  resume: [{ metadata: { fileName: '张敏.pdf' } }],
  job_posts: [{ id: '6960663240925956637', title: '流程工程师' }],
  cities: [{ code: 'CT_100121', name: { zh_cn: '武汉', en_us: 'Wuhan' } }],
  websites: [{ id: '7047318856652261676', name: { zh_cn: '社会招聘', en_us: 'Careers' } }],
  channels: [{ id: '6891560630172518670' }],
  candidate: { name: '张敏', email: 'zhangmin@163.com' },
  referrer: '李雷',
  event_name: '2027 校园宣讲会',
  links: [{ school: '武汉大学', link: 'https://example.jobs.feishu.cn/index?spread=UNCZKSN' }],
  results: [{ name: '张敏', application_id: '6960663240925956657' }, { name: '王芳', hint: '…' }],
  task_id: 'f1c2a0f138ec492d99d7ab73594158ad',
  user_id: '6960663240925956634',
  resume_file_id: '7095614894070434092',
  delivery_result: { status: 'failed', status_msg: 'parse resume failed' },
  application: { stage: { id: '6960663240925956403', name: { zh_cn: '面试', en_us: 'Interview' }, type: 'interview' } },
  interviews: [{ result: 'passed' }, { result: 'failed' }],
  evaluations: [{ conclusion: 'passed' }],
  next_stages: [{ id: '6960663240925956405', name: { zh_cn: 'Offer 沟通', en_us: 'Offer' }, type: 'offer' }],
  reject_reason: '经验不符',
  decision_comment: '熟悉流程自动化',
};
const SAID = {
  en: 'Feishu does not accept this mobile number. Correct the number and its country code, such as +86.',
  'zh-CN': '飞书不接受该手机号。请更正手机号及其国际区号，例如 +86。',
};

/** Shown by what was chosen before. */
const HIDDEN_AT_FIRST = new Set([
  'identification_type',
  'identification_number',
  'found_application_id',
  'next_stage',
  'reject_reason',
  'withdraw_reason',
]);

let browser;
let linter;
before(async () => {
  linter = await formLinter();
  browser = await launch();
});
after(() => browser.close());

for (const { name: language, models } of LANGUAGES) {
  for (const file of files(models, '.form')) {
    const form = JSON.parse(readFileSync(file, 'utf8'));
    const isStart = /-start\.form$/.test(file);

    test(`${form.id} has nothing the form editor would complain of`, async () => {
      assert.deepEqual(await linter.lint(form), []);
    });

    test(`${form.id} is shown as it is meant`, async () => {
      const page = await open(browser, 'form', { width: 1280, height: isStart ? 1400 : 760 });
      const data = isStart ? {} : { ...DATA, feishu_hire_error: { hint: SAID[language], log_id: '202408010000000000000000000000000000' } };

      const warnings = await page.evaluate(
        async (form, data) => {
          window.form = new window.FormViewer.Form({ container: '#form' });
          return (await window.form.importSchema(form, data)).warnings.map((one) => one.message);
        },
        form,
        data,
      );
      await page.screenshot({ path: output('forms', language, `${basename(file)}.png`) });

      assert.deepEqual(warnings, []);
      assert.deepEqual(page.faults, []);
      const text = await page.$eval('body', (body) => body.innerText);
      assert.ok(!text.includes('{{') && !text.includes('undefined'), text);
    });

    test(`${form.id} can only be sent when it is filled in`, async () => {
      const page = await open(browser, 'form', { width: 900, height: 600 });
      const errors = await page.evaluate(async (form) => {
        const viewer = new window.FormViewer.Form({ container: '#form' });
        await viewer.importSchema(form, {});
        return Object.keys(viewer.submit().errors);
      }, form);
      const required = form.components
        .filter((one) => one.validate?.required && !one.defaultValue && !HIDDEN_AT_FIRST.has(one.key))
        .map((one) => one.id);
      const inLists = form.components
        .filter((one) => one.type === 'dynamiclist')
        .flatMap((list) => list.components.filter((one) => one.validate?.required));

      assert.equal(errors.length, required.length + inLists.length, errors.join());
      required.forEach((one) => assert.ok(errors.includes(one), one));
    });
  }
}

test('a form with a fault is found out', async () => {
  const form = {
    type: 'default',
    executionPlatform: 'Camunda Cloud',
    executionPlatformVersion: '8.6.0',
    components: [{ type: 'filepicker', id: 'resume', key: 'resume' }],
  };

  assert.notDeepEqual(await linter.lint(form), []);
});
