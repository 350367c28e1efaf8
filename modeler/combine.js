// Writes one file for each language with all its templates, for those who import rather than copy.
import { readFileSync, writeFileSync } from 'node:fs';
import { LANGUAGES, files, root } from './lib/project.js';

for (const language of LANGUAGES) {
  const templates = files(language.templates, '.json').map((file) => JSON.parse(readFileSync(file)));
  writeFileSync(root(language.combined), JSON.stringify(templates, null, 2) + '\n');
}
