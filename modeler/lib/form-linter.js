// The linter of the Modeler's form editor.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { output } from './project.js';

export async function formLinter() {
  // Node.js does not load its modules as they are; several files of checks may run at once
  const bundle = output(`form-linting-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: "export { FormLinter } from '@camunda/form-linting';",
      resolveDir: fileURLToPath(new URL('..', import.meta.url)),
    },
    bundle: true,
    format: 'esm',
    logLevel: 'error',
    outfile: bundle,
  });
  return new (await import(bundle)).FormLinter();
}
