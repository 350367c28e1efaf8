// The validator of bpmn.io finds nothing to say about any template.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import validator from '@bpmn-io/element-templates-validator';
import { LANGUAGES, files, root } from '../lib/project.js';

const all = LANGUAGES.flatMap((language) => [
  ...files(language.templates, '.json'),
  ...files(`${language.templates}/event`, '.json'),
  root(language.combined),
]);

for (const file of all) {
  test(`${file.slice(root().length + 1)} has no errors and no warnings`, () => {
    const text = readFileSync(file, 'utf8');
    const json = JSON.parse(text);
    const texts = Array.isArray(json) ? json.map((one) => JSON.stringify(one)) : [text];

    for (const one of texts) {
      const { valid, errors, warnings } = validator.validateZeebe(one);
      assert.deepEqual({ valid, errors: errors ?? [], warnings: warnings ?? [] }, { valid: true, errors: [], warnings: [] });
    }
  });
}

test('a template with a fault is found out', () => {
  const template = JSON.parse(readFileSync(all[0], 'utf8'));
  delete template.properties[0].binding;

  assert.equal(validator.validateZeebe(JSON.stringify(template)).valid, false);
});

test('a template with a form that is no longer used is warned of', () => {
  const template = JSON.parse(readFileSync(all[0], 'utf8'));
  template.properties.find((one) => one.binding.type === 'zeebe:input').optional = true;

  assert.notEqual(validator.validateZeebe(JSON.stringify(template)).warnings?.length ?? 0, 0);
});
