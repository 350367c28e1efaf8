// The linter of bpmn.io, with its own rules and those of Camunda, finds nothing in the shipped models.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { BpmnModdle } from 'bpmn-moddle';
import { LANGUAGES, files, platform, root } from '../lib/project.js';

const require = createRequire(import.meta.url);
const { Linter } = require('bpmnlint');
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');

async function findings(xml, version) {
  const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(xml);
  const linter = new Linter({
    config: { extends: ['bpmnlint:recommended', `plugin:camunda-compat/camunda-cloud-${version}`] },
    resolver: new NodeResolver({ require }),
  });
  return linter.lint(rootElement);
}

for (const version of ['8-6', '8-7', '8-8']) {
  for (const file of LANGUAGES.flatMap((language) => files(language.models, '.bpmn'))) {
    if (version.replace('-', '.') < platform(file)) {
      continue;
    }
    test(`${file.slice(root().length + 1)} is clean for Camunda ${version}`, async () => {
      assert.deepEqual(await findings(readFileSync(file, 'utf8'), version), {});
    });
  }
}

test('a model with a fault is found out', async () => {
  const xml = readFileSync(root('bpmn', 'hire-candidate.bpmn'), 'utf8').replace(/type="feishu-hire:[^"]*"/, 'type=""');

  assert.notDeepEqual(await findings(xml, '8-8'), {});
});
