// Every FEEL expression of templates and models can be parsed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lintExpression } from '@bpmn-io/feel-lint';
import { BpmnModdle } from 'bpmn-moddle';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json' with { type: 'json' };
import { LANGUAGES, files, root } from '../lib/project.js';

const isExpression = (value) => typeof value === 'string' && value.startsWith('=');

function problems(expression) {
  return lintExpression(expression.slice(1), { parserDialect: 'camunda' });
}

function inTemplate(template) {
  return template.properties.flatMap((property) => [
    property.value,
    property.binding.source,
    ...(property.tooltip?.match(/=[{[][^]*?[}\]]|=[a-z_]+(?:\.[a-z_]+)*(?: = "[a-z]+")?/g) ?? []),
  ]).filter(isExpression);
}

/** Every text of every element: attributes and bodies alike. */
function inModel(element, seen = new Set()) {
  if (!element || typeof element !== 'object' || seen.has(element)) {
    return isExpression(element) ? [element] : [];
  }
  seen.add(element);
  const children = element.$descriptor
    ? element.$descriptor.properties.map((property) => element.get(property.name))
    : Object.values(element);
  return children.flatMap((child) => inModel(child, seen));
}

for (const { templates, models } of LANGUAGES) {
  for (const file of files(templates, '.json')) {
    test(`FEEL of ${file.slice(root().length + 1)}`, () => {
      const found = inTemplate(JSON.parse(readFileSync(file, 'utf8')));
      assert.notEqual(found.length, 0);
      found.forEach((one) => assert.deepEqual(problems(one), [], one));
    });
  }
  for (const file of files(models, '.bpmn')) {
    test(`FEEL of ${file.slice(root().length + 1)}`, async () => {
      const { rootElement } = await new BpmnModdle({ zeebe }).fromXML(readFileSync(file, 'utf8'));
      inModel(rootElement).forEach((one) => assert.deepEqual(problems(one), [], one));
      if (!file.endsWith('submit-only.bpmn')) {
        assert.notEqual(inModel(rootElement).length, 0);
      }
    });
  }
}

test('an expression with a fault is found out', () => {
  assert.notEqual(problems('=delivery_result.').length, 0);
});
