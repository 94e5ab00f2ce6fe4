/**
 * All generated files as (path, text), and the comparison with what is committed.
 */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { constructIndex, constructSource } from './constructs.ts';
import { customResourceDefinition } from './custom-resource-definition.ts';
import { fieldReference } from './field-reference.ts';
import { loadDefinitions, loadKindSchemas } from './json-schema.ts';
import { kindRegistry } from './kind-registry.ts';
import { ovsdbTablesFiles } from './ovsdb-tables.ts';
import { readTypes } from './types.ts';
import { validators } from './validators.ts';

/** A file that is written by the generator and never by hand. */
export interface GeneratedFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
}

const source = 'crds/schemas';
const header = headerFor(source);

function headerFor(origin: string): string {
  return `Generated from ${origin} by \`make generate\`: do not edit.`;
}

/**
 * Everything that is generated from the schemas of the kinds and of the databases.
 * @param root the URL of the repository, ending in a slash
 */
export async function generatedFiles(root: URL): Promise<readonly GeneratedFile[]> {
  const folder = new URL(`${source}/`, root);
  const [kinds, definitions] = await Promise.all([loadKindSchemas(folder), loadDefinitions(folder)]);
  const scripts: readonly (readonly [path: string, text: string])[] = [
    ['src/api/generated/types.ts', await readTypes(kinds)],
    ['src/api/generated/kinds.ts', kindRegistry(kinds)],
    ['src/api/generated/validators.ts', validators(kinds)],
    ...(await Promise.all(
      kinds.map(async (kind) => [`src/constructs/${kind.file}.ts`, await constructSource(kind, kinds)] as const),
    )),
    ['src/constructs/index.ts', constructIndex(kinds)],
  ];
  return [
    ...kinds.map((kind) => ({
      path: `crds/${kind.file}.yaml`,
      text: `# ${header}\n${stringify(customResourceDefinition(kind), { lineWidth: 0, aliasDuplicateObjects: false })}`,
    })),
    { path: 'crds/README.md', text: `<!-- ${header} -->\n\n${fieldReference(kinds, definitions)}` },
    ...(await Promise.all(scripts.map(([path, text]) => scriptFile(root, path, header, text)))),
    ...(await Promise.all(
      (
        await ovsdbTablesFiles(root)
      ).map(([path, text]) => scriptFile(root, path, headerFor("the database's schemas"), text)),
    )),
  ];
}

async function scriptFile(root: URL, path: string, first: string, text: string): Promise<GeneratedFile> {
  return { path, text: await formatted(root, `// ${first}\n${text}`) };
}

/**
 * The generated files that differ from what is on disk.
 * @param root the URL of the repository, ending in a slash
 */
export async function stale(root: URL, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const compared = await Promise.all(
    files.map(async ({ path, text }) => {
      const present = await readFile(new URL(path, root), 'utf8').catch(() => undefined);
      return present === text ? [] : [path];
    }),
  );
  return compared.flat();
}

/** The project's own formatting, so that generated files pass the same checks as the others. */
async function formatted(root: URL, text: string): Promise<string> {
  const program = fileURLToPath(new URL('node_modules/.bin/biome', root));
  // A neutral file name: the settings leave folders named `generated` alone.
  const run = promisify(execFile)(program, ['check', '--write', '--stdin-file-path=src/formatted.ts'], {
    cwd: fileURLToPath(root),
    maxBuffer: 64 * 1024 * 1024,
  });
  run.child.stdin?.end(text);
  return (await run).stdout;
}
