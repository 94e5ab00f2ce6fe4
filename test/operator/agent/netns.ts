/**
 * Network namespaces for the tests of the agent's edge: made by a test, removed after it. Names carry the test's pid, so
 * that two runs side by side never meet.
 */
import { execFileSync } from 'node:child_process';

let count = 0;

/** A network namespace made by a test. */
export type TestNetns = {
  readonly name: string;
  readonly path: string;
  /** Runs a program inside; returns its standard output. */
  readonly exec: (file: string, ...args: readonly string[]) => string;
  readonly remove: () => void;
};

/** Makes a network namespace. */
export function makeNetns(): TestNetns {
  count += 1;
  const name = `sne${process.pid}-${count}`;
  execFileSync('ip', ['netns', 'add', name]);
  const path = `/run/netns/${name}`;
  return {
    name,
    path,
    exec: (file, ...args) =>
      execFileSync('nsenter', [`--net=${path}`, file, ...args], { encoding: 'utf8', stdio: 'pipe' }),
    remove: () => execFileSync('ip', ['netns', 'delete', name]),
  };
}
