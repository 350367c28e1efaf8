// Each template is applied without a Modeler; a test of the Java part runs what comes out of it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { LANGUAGES, output } from '../lib/project.js';
import { templatesIn, withValues } from '../lib/templates.js';

const CLI = fileURLToPath(import.meta.resolve('element-templates-cli/bin/cli.js'));

/** As a designer would: some values typed in, some from variables. */
const VALUES = {
  'upload-resume': { resume: '={file_name: cv_name, content_base64: cv}', resultVariable: 'file' },
  'create-site-user': {
    website_id: '7047318856652261676',
    external_id: '=candidate.id',
    withName: true,
    name: '=candidate.name',
    withMobile: true,
    mobile_country_code: 'CN_1',
    mobile: '=candidate.mobile',
    resultVariable: 'site_user',
  },
  'submit-website-delivery': {
    website_id: '7047318856652261676',
    job_post_id: '=job',
    withChannel: true,
    channel_id: '6891560630172518670',
    withPreferredCity: true,
    application_preferred_city_code_list: 'CT_100121',
    withMobile: true,
    mobile_country_code: '+86',
    mobile: '182900291190',
    withEmail: true,
    email: '=candidate_email',
    identityDocument: 'chosen',
    identificationType: '2',
    identificationNumber: 'E12345678',
    onDoubt: 'bpmn-error',
    retries: '5',
    resultVariable: 'delivery_task',
  },
  'await-delivery-result': {
    website_id: '7047318856652261676',
    task_id: '=delivery_task',
    timeout: 'PT2M',
    onDuplicate: 'complete',
    resultVariable: 'outcome',
    withMember: true,
    memberVariable: 'application_number',
  },
  'check-delivery-result': {
    website_id: '=site',
    task_id: '=delivery_task',
    resultVariable: 'state',
  },
  'submit-structured-resume': {
    user_id: '=candidate.user_id',
    resume: '={basic_info: {name: candidate.name, email: candidate.email}}',
    website_id: '7047318856652261676',
    job_post_id: '=job',
    withChannel: true,
    channel_id: '6891560630172518670',
    withPreferredCity: true,
    application_preferred_city_code_list: '=["CT_1", "CT_2"]',
    onDoubt: 'bpmn-error',
    resultVariable: 'application',
  },
  'get-application': { application_id: '=application', resultVariable: 'seen' },
  'move-to-stage': { application_id: '=application', stage: '面试', resultVariable: 'moved' },
  'terminate-application': {
    application_id: '=application',
    termination_type: '22',
    withReasons: true,
    termination_reason_list: '=reason',
    resultVariable: 'ended',
  },
  'recover-application': { application_id: '=application', resultVariable: 'back' },
  'get-interviews': { application_id: '=application', resultVariable: 'talks' },
  'get-evaluations': { application_id: '=application', resultVariable: 'opinions' },
  'get-offer': { application_id: '=application', resultVariable: 'contract' },
  'tag-talent': { talent_id: '=talent', tag: '=["重点候选人"]', remove: false, resultVariable: 'tags' },
  'create-note': {
    talent_id: '=talent',
    content: '=text',
    withApplication: true,
    application_id: '=application',
    privacy: '1',
    onDoubt: 'bpmn-error',
    resultVariable: 'note',
  },
  'list-stages': { resultVariable: 'processes' },
  'list-websites': { resultVariable: 'sites' },
  'get-job-post': {
    website_id: '7047318856652261676',
    job_post_id: '=job_posts[1].id',
    resultVariable: 'post',
  },
  'list-job-posts': {
    website_id: '7047318856652261676',
    withKeyword: true,
    keyword: '=title',
    withCities: true,
    city_code_list: 'CT_1',
    includeInactive: true,
    resultVariable: 'posts',
  },
  'list-channels': { website_id: '=site', resultVariable: 'sources' },
  'create-channel': {
    website_id: '=site',
    channel_name: '=event',
    resultVariable: 'source',
  },
  'list-locations': {
    location_type: '4',
    withCodes: true,
    code_list: '=["DS_1", "DS_2"]',
    resultVariable: 'districts',
  },
};

const process = (id) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="applied" targetNamespace="http://bpmn.io/schema/bpmn" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0">
  <bpmn:process id="${id}" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>in</bpmn:outgoing></bpmn:startEvent>
    <bpmn:task id="task"><bpmn:incoming>in</bpmn:incoming><bpmn:outgoing>out</bpmn:outgoing></bpmn:task>
    <bpmn:endEvent id="end"><bpmn:incoming>out</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="task" />
    <bpmn:sequenceFlow id="out" sourceRef="task" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${id}">
      <bpmndi:BPMNShape id="taskShape" bpmnElement="task">
        <dc:Bounds x="160" y="80" width="100" height="80" />
      </bpmndi:BPMNShape>
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>`;

for (const language of LANGUAGES) {
  for (const [name, template] of Object.entries(templatesIn(language.templates))) {
    test(`${name} is applied, ${language.name}`, () => {
      const id = `${name}-${language.name}`;
      const diagram = output('applied', `${id}.bpmn`);
      const filled = output('applied', `${id}.json`);
      assert.ok(VALUES[name], `add values for ${name} to this check`);
      writeFileSync(diagram, process(id));
      writeFileSync(filled, JSON.stringify(withValues(template, VALUES[name])));

      execFileSync('node', [CLI, '--diagram', diagram, '--template', filled, '--element', 'task', '--output', diagram]);

      const xml = readFileSync(diagram, 'utf8');
      assert.match(xml, /<bpmn:serviceTask id="task"/);
      assert.ok(xml.includes(`zeebe:modelerTemplate="${template.id}"`));
      assert.ok(xml.includes(`<zeebe:header key="elementTemplateId" value="${template.id}" />`));
      assert.ok(xml.includes(`<zeebe:header key="elementTemplateVersion" value="${template.version}" />`));
      assert.ok(xml.includes(`type="${template.properties.find((one) => one.id === 'jobType').value}"`));
    });
  }
}
