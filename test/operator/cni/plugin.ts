/** The plugin as the container runtime sees it: the bundled program, run as a process of its own. */
import { spawn } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What one call of the plugin came to. */
export type PluginOutcome = {
  readonly exitStatus: number | null;
  /** Standard output, decoded; undefined if nothing was printed. */
  readonly output: Readonly<Record<string, unknown>> | undefined;
  readonly stderr: string;
};

/** Bundles the plugin into a folder, as `make build` does, and returns its path. */
export async function bundlePlugin(folder: string): Promise<string> {
  const outfile = join(folder, 'subnetes.cjs');
  const entry = fileURLToPath(new URL('../../../operator/cni/main.ts', import.meta.url));
  // The options of test/support/build.ts, which writes dist/.
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    banner: { js: '#!/usr/bin/env node' },
  });
  await chmod(outfile, 0o755);
  return outfile;
}

/** Calls the plugin. `onStart` gets its pid, for tests that end it. */
export function callPlugin(
  plugin: string,
  env: Readonly<Record<string, string>>,
  stdin: string,
  onStart: (pid: number) => void = () => {},
): Promise<PluginOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(plugin, [], { env: { PATH: process.env.PATH ?? '', ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.stdin.on('error', () => undefined);
    child.on('error', reject);
    child.on('close', (exitStatus) => {
      const text = Buffer.concat(out).toString('utf8');
      const output = text === '' ? undefined : (JSON.parse(text) as Readonly<Record<string, unknown>>);
      resolve({ exitStatus, output, stderr: Buffer.concat(err).toString('utf8') });
    });
    if (child.pid !== undefined) onStart(child.pid);
    child.stdin.end(stdin);
  });
}
