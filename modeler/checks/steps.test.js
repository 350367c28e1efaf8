// The ten steps of docs/designers.md, from an empty diagram to a process that can be deployed.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from '../lib/browser.js';
import { Panel } from '../lib/panel.js';
import { LANGUAGES, output } from '../lib/project.js';
import { templatesIn } from '../lib/templates.js';

const WORDS = {
  en: ['Candidate applies', 'Screen resume', 'Passed on to the next stage', 'Mobile number refused', 'Correct mobile number', 'Already applied', 'Delivery failed', 'Handle failed delivery', 'Candidate not delivered', 'Result of screening?', 'Not passed on'],
  'zh-CN': ['候选人投递', '简历初筛', '通过，进入下一阶段', '手机号被拒绝', '更正手机号', '已投递过', '投递失败', '处理投递失败', '未能投递', '初筛结果？', '未通过'],
};

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

const name = (panel, text) => panel.own('Name', '[data-group-id="group-general"]').type(text);

async function form(panel, id) {
  await panel.own('Type', '[data-group-id="group-form"]').choose('camunda-form-linked');
  await panel.own('Form ID', '[data-group-id="group-form"]').type(id);
}

async function error(panel, code) {
  await panel.own('Global error reference').choose('create-new');
  await panel.own('Code').type(code);
}

async function templated(panel, source, operation, values) {
  const task = await panel.append(source, 'bpmn:Task');
  await panel.chooseTemplate(panel.templates[operation].name);
  for (const [property, value] of Object.entries(values)) {
    await (value === true ? panel.field(property).tick() : panel.field(property).type(value));
  }
  await name(panel, panel.template.name.split(/[:：] ?/)[1]);
  return task;
}

for (const { name: language, templates } of LANGUAGES) {
  test(`the ten steps lead to the hiring process, ${language}`, async () => {
    const [applies, review, delivered, refused, correct, already, failed, handle, notDelivered, result, notPassed] = WORDS[language];
    const suffix = language === 'en' ? '' : `-${language}`;
    const panel = await Panel.open(browser, templatesIn(templates), { width: 1700, height: 1000 });

    // 1
    await panel.select('drawn-process');
    await panel.own('ID', '[data-group-id="group-general"]').type(`hire-candidate-by-hand-${language}`);
    await panel.select('start');
    await name(panel, applies);
    await form(panel, `candidate-start${suffix}`);
    // 2
    const upload = await templated(panel, 'start', 'upload-resume', {});
    // 3
    const user = await templated(panel, upload, 'create-site-user', {
      website_id: '=website_id',
      external_id: '=lower case(email)',
    });
    // 4
    const join = await panel.append(user, 'bpmn:ExclusiveGateway');
    const submit = await templated(panel, join, 'submit-website-delivery', {
      website_id: '=website_id',
      job_post_id: '=job_post_id',
      withMobile: true,
      mobile_country_code: '=substring after(mobile_country, " ")',
      mobile: '=mobile',
    });
    // 5
    const wait = await templated(panel, submit, 'await-delivery-result', { website_id: '=website_id' });
    // 6
    const reviewTask = await panel.append(wait, 'bpmn:UserTask');
    await name(panel, review);
    await form(panel, `review-application${suffix}`);
    const decision = await panel.append(reviewTask, 'bpmn:ExclusiveGateway');
    await name(panel, result);
    for (const [end, operator] of [[delivered, '='], [notPassed, '!=']]) {
      const reached = await panel.append(decision, 'bpmn:EndEvent');
      await name(panel, end);
      await panel.select(await panel.flow(decision, reached));
      await panel.own('Condition expression').type(`=screening_decision ${operator} "pass"`);
    }
    // 7
    const mobileError = await panel.attachError(submit);
    await name(panel, refused);
    await error(panel, 'FEISHU_HIRE_INVALID_MOBILE');
    const correctTask = await panel.append(mobileError, 'bpmn:UserTask');
    await name(panel, correct);
    await form(panel, `correct-mobile${suffix}`);
    await panel.move(correctTask, -120, 60);
    await panel.connect(correctTask, join);
    // 8
    const duplicate = await panel.attachError(wait, 'upper');
    await name(panel, already);
    await error(panel, 'FEISHU_HIRE_DUPLICATE_APPLICATION');
    await panel.append(duplicate, 'bpmn:EndEvent');
    await name(panel, already);
    // 9
    const failure = await panel.attachError(wait);
    await name(panel, failed);
    await error(panel, 'FEISHU_HIRE_DELIVERY_FAILED');
    const handleTask = await panel.append(failure, 'bpmn:UserTask');
    await name(panel, handle);
    await form(panel, `failed-delivery${suffix}`);
    await panel.append(handleTask, 'bpmn:EndEvent');
    await name(panel, notDelivered);

    // 10 is to deploy it: a test of the Java part does
    const xml = await panel.xml();
    writeFileSync(output('steps', `${language}.bpmn`), xml);
    await panel.select(submit);
    await panel.screenshot(output('steps', `${language}.png`));

    assert.deepEqual(await panel.faults(), []);
    assert.equal(xml.match(/zeebe:modelerTemplate="/g).length, 4);
    assert.equal(xml.match(/errorCode="FEISHU_HIRE_/g).length, 3);
  });
}
