/**
 * Part of `make generate`: writes operator/install/install.yaml. With `--check` it writes nothing and fails when the file is stale; with
 * settings it prints the installation of one cluster instead.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { loadKindSchemas } from '../../src/generate/json-schema.ts';
import { installation, toYaml, unfilled } from './install.ts';
import { readSettings, settingsHelp } from './settings.ts';

const root = new URL('../../', import.meta.url);
const file = new URL('operator/install/install.yaml', root);
const header = '# Generated from crds/schemas and operator/install by `make generate`: do not edit.\n';
const args = process.argv.slice(2);
const check = args.includes('--check');
const schemas = await loadKindSchemas(new URL('crds/schemas/', root));

if (args.includes('--help')) console.log(settingsHelp);
else {
  const settings = readSettings(args.filter((arg) => arg !== '--check'));
  if (settings !== undefined) process.stdout.write(toYaml(installation(schemas, settings)));
  else await keepFile();
}

async function keepFile(): Promise<void> {
  const text = header + toYaml(installation(schemas)) + unfilled;
  const present = await readFile(file, 'utf8').catch(() => undefined);
  if (present === text) return;
  if (check) {
    console.error('operator/install/install.yaml is stale: run make generate and commit the result');
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log('wrote operator/install/install.yaml');
  }
}
