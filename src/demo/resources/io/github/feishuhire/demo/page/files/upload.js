// Files that were chosen in a form, as the connector takes small ones: in a variable.
import { say } from './words.js';

const LARGEST = 1024 * 1024;

export async function withFiles(data, files) {
  const filled = { ...data };
  for (const [name, value] of Object.entries(data)) {
    const chosen = typeof value === 'string' && files?.get(value);
    if (chosen?.length) {
      filled[name] = await packed(chosen[0]);
    }
  }
  return filled;
}

async function packed(file) {
  if (file.size > LARGEST) {
    throw new Error(say('file.large', file.name));
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return { file_name: file.name, content_base64: btoa(binary) };
}
