// Where things are.
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const LANGUAGES = [
  {
    name: 'en',
    templates: 'element-templates/en',
    combined: 'element-templates/import/feishu-hire.en.json',
    models: 'bpmn',
  },
  {
    name: 'zh-CN',
    templates: 'element-templates/zh-CN',
    combined: 'element-templates/import/feishu-hire.zh-CN.json',
    models: 'bpmn/zh-CN',
  },
];

export function root(...path) {
  return join(ROOT, ...path);
}

/** A file of this run, under target/modeler. */
export function output(...path) {
  const file = root('target', 'modeler', ...path);
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

/** The files of one folder that end so, in alphabetical order. */
export function files(folder, ending) {
  if (!existsSync(root(folder))) {
    throw new Error(`${folder} is missing`);
  }
  return readdirSync(root(folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => root(folder, name));
}

/** The oldest Camunda that a model is made for, such as 8.6. */
export function platform(file) {
  return readFileSync(file, 'utf8').match(/executionPlatformVersion="(\d+\.\d+)/)[1];
}
