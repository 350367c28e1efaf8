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
  task_id: 'f1c2a0f138ec492d99d7ab73594158ad',
  user_id: '6960663240925956634',
  resume_file_id: '7095614894070434092',
  delivery_result: { application_id: '6960663240925956657', talent_id: '7095600054216542508' },
};
const SAID = {
  en: 'Submit Website Delivery: Feishu does not accept this mobile number. Correct the number and its country code, such as +86. (mobile) [Feishu code 1002009]',
  'zh-CN': '提交官网投递：飞书不接受该手机号。请更正手机号及其国际区号，例如 +86。（相关输入：mobile）【飞书错误码 1002009】',
};

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
    const isStart = file.includes('candidate-start');

    test(`${form.id} has nothing the form editor would complain of`, async () => {
      assert.deepEqual(await linter.lint(form), []);
    });

    test(`${form.id} is shown as it is meant`, async () => {
      const page = await open(browser, 'form', { width: 1280, height: isStart ? 1050 : 640 });
      const data = isStart ? {} : { ...DATA, feishu_hire_error: { message: SAID[language] } };

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
        .filter((one) => one.validate?.required && !one.defaultValue)
        .map((one) => one.id);

      assert.deepEqual(errors.sort(), required.sort());
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
