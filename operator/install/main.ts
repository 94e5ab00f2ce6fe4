/**
 * Part of `make generate`: writes operator/install/install.yaml and uninstall.yaml. With `--check` it writes nothing and fails when one is
 * stale; with settings it prints the installation of one cluster instead, with `--uninstall` what takes it away.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { loadKindSchemas } from '../../src/generate/json-schema.ts';
import { installation, toYaml, unfilled } from './install.ts';
import { removal } from './removal.ts';
import { readSettings, settingsHelp } from './settings.ts';

const root = new URL('../../', import.meta.url);
const header = '# Generated from crds/schemas and operator/install by `make generate`: do not edit.\n';
const flags = ['--check', '--uninstall', '--help'];
const has = (flag: string): boolean => process.argv.includes(flag);
const schemas = await loadKindSchemas(new URL('crds/schemas/', root));

if (has('--help')) console.log(settingsHelp);
else {
  const settings = readSettings(process.argv.slice(2).filter((arg) => !flags.includes(arg)));
  if (has('--uninstall')) process.stdout.write(toYaml(removal(settings)));
  else if (settings !== undefined) process.stdout.write(toYaml(installation(schemas, settings)));
  else {
    await keepFile('install.yaml', toYaml(installation(schemas)) + unfilled);
    await keepFile('uninstall.yaml', toYaml(removal()));
  }
}

async function keepFile(name: string, content: string): Promise<void> {
  const file = new URL(`operator/install/${name}`, root);
  const text = header + content;
  const present = await readFile(file, 'utf8').catch(() => undefined);
  if (present === text) return;
  if (has('--check')) {
    console.error(`operator/install/${name} is stale: run make generate and commit the result`);
    process.exitCode = 1;
  } else {
    await writeFile(file, text);
    console.log(`wrote operator/install/${name}`);
  }
}
