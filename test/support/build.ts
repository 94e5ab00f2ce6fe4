// "make build": bundles the programs into dist/, one file each, which run with nothing but Node. An entry point that does not
// exist is an error.
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';

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

// Bundled dependencies written for CommonJS call require; a module has none, so the banner makes one.
const program: BuildOptions = {
  ...shared,
  format: 'esm',
  banner: {
    js: `${shebang}\nimport { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);`,
  },
};

const started = performance.now();
const programs = [
  { ...program, entryPoints: ['operator/controller/main.ts'], outfile: 'dist/controller.js' },
  { ...program, entryPoints: ['operator/agent/main.ts'], outfile: 'dist/agent.js' },
  { ...program, entryPoints: ['operator/uninstall/main.ts'], outfile: 'dist/uninstall.js' },
  // The plugin is started once per call: one small CommonJS file is what Node starts fastest.
  {
    ...shared,
    format: 'cjs',
    minify: true,
    banner: { js: shebang },
    entryPoints: ['operator/cni/main.ts'],
    outfile: 'dist/cni.cjs',
  },
] satisfies BuildOptions[];
await Promise.all(programs.map((options) => build(options))).catch(() => {
  // esbuild has printed every error with its place; a stack of its own insides would only hide them.
  process.exit(1);
});
await Promise.all(programs.map(({ outfile }) => chmod(path(outfile), 0o755)));
console.log(
  `build: ${programs.map(({ outfile }) => outfile).join(', ')} after ${Math.round(performance.now() - started)} ms`,
);
