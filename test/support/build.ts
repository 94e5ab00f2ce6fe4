// "make build": bundles the programs into dist/, where they run with nothing but Node. An entry point that does not exist is an error.
import { chmod, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { bundles, dist } from './bundles.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const shared: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'warning',
  absWorkingDir: path(''),
};
const shebang = '#!/usr/bin/env node';

/** The programs of the image. What they share is in files of its own, and so is what is imported only when it is needed. */
const programs = ['controller', 'agent', 'uninstall'];
const programBuild = {
  ...shared,
  format: 'esm',
  splitting: true,
  metafile: true,
  entryPoints: Object.fromEntries(programs.map((name) => [name, `operator/${name}/main.ts`])),
  outdir: 'dist',
  // Bundled dependencies written for CommonJS call require; a module has none, so the banner makes one.
  banner: {
    js: `${shebang}\nimport { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);`,
  },
} as const satisfies BuildOptions;

/** The plugin is started once per call: one small CommonJS file is what Node starts fastest. */
const pluginBuild = {
  ...shared,
  format: 'cjs',
  minify: true,
  banner: { js: shebang },
  entryPoints: ['operator/cni/main.ts'],
  outfile: 'dist/cni.cjs',
} as const satisfies BuildOptions;

const started = performance.now();
const [{ metafile }] = await Promise.all([build(programBuild), build(pluginBuild)]).catch(() => {
  // esbuild has printed every error with its place; a stack of its own insides would only hide them.
  process.exit(1);
});
const written = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
const old = (await bundles()).filter((file) => !written.has(file));
await Promise.all(old.map((file) => rm(dist(file))));
const executables = [...programs.map((name) => `dist/${name}.js`), pluginBuild.outfile];
await Promise.all(executables.map((file) => chmod(path(file), 0o755)));
console.log(`build: ${executables.join(', ')} after ${Math.round(performance.now() - started)} ms`);
