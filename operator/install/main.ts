/**
 * Part of `make generate`: writes operator/install/install.yaml. With `--check` it writes nothing and fails when the file is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { loadKindSchemas } from '../../src/generate/json-schema.ts';
import { installation, toYaml } from './install.ts';

const root = new URL('../../', import.meta.url);
const file = new URL('operator/install/install.yaml', root);
const header = '# Generated from crds/schemas and operator/install by `make generate`: do not edit.\n';
const text = header + toYaml(installation(await loadKindSchemas(new URL('crds/schemas/', root))));
const present = await readFile(file, 'utf8').catch(() => undefined);
if (present !== text) {
  if (process.argv.includes('--check')) {
    console.error('operator/install/install.yaml is stale: run make generate and commit the result');
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log('wrote operator/install/install.yaml');
  }
}
