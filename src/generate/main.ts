/**
 * `make generate`: writes every file that is generated from `crds/schemas`. With `--check` it writes nothing and fails, naming the stale files.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { generatedFiles, stale } from './outputs.ts';

const root = new URL('../../', import.meta.url);
const files = await generatedFiles(root);
const changed = await stale(root, files);
if (process.argv.includes('--check')) {
  for (const path of changed) console.error(`${path} is stale: run make generate and commit the result`);
  if (changed.length > 0) process.exitCode = 1;
} else {
  for (const { path, text } of files) {
    if (!changed.includes(path)) continue;
    await mkdir(new URL('./', new URL(path, root)), { recursive: true });
    await writeFile(new URL(path, root), text);
    console.log(`wrote ${path}`);
  }
}
