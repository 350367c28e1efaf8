// The element templates, and what is needed to fill them in.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { files } from './project.js';

/** All of a folder, by the names of their files. */
export function templatesIn(folder) {
  return Object.fromEntries(
    files(folder, '.json').map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(file, 'utf8')),
    ]),
  );
}

/** A copy that starts with these values instead of its own, by the ids of its properties. */
export function withValues(template, values) {
  const copy = structuredClone(template);
  for (const [id, value] of Object.entries(values)) {
    const property = copy.properties.find((one) => one.id === id);
    if (!property) {
      throw new Error(`${template.id} has no property ${id}`);
    }
    property.value = value;
  }
  return copy;
}

export function labelOf(template, id) {
  return template.properties.find((one) => one.id === id).label;
}
