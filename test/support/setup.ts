// "make setup": everything that the tests and the demo need from outside the repository. Says what it does and how long it took;
// a second run finds everything there and takes about a second.
import { Bed } from './bed.ts';
import { ContainerRuntimeUnavailableError, containerRuntime } from './container-runtime.ts';
import { containerImages } from './images.ts';
import { kubectlProgram } from './kubectl.ts';
import { clusterPrograms, kubernetesBinary } from './kubernetes/build.ts';
import { chosenOvnVersion, OvnUnavailableError, type OvnVersion, ovnRoot } from './ovn-root.ts';
import { installPackages } from './packages.ts';

const log = (line: string): void => console.log(line);
const started = performance.now();

await installPackages(log);
for (const version of new Set<OvnVersion>([chosenOvnVersion(), '23.03', '26.03'])) {
  try {
    await ovnRoot(version, log);
  } catch (error) {
    // Only the version that was asked for is needed; the others are extra rounds that can be left out.
    if (!(error instanceof OvnUnavailableError) || version === chosenOvnVersion()) throw error;
    log(`${error.message} (its test round will be skipped)`);
  }
}
for (const program of clusterPrograms) await kubernetesBinary(program, log);
try {
  await containerRuntime(log);
  await containerImages(log);
} catch (error) {
  if (!(error instanceof ContainerRuntimeUnavailableError)) throw error;
  log(`${error.message} (tests on real nodes will be skipped)`);
}
log(`kubectl: ${await kubectlProgram(log)}`);
const swept = await Bed.sweep();
if (swept.length > 0) log(`removed what crashed test beds left behind: ${swept.join(', ')}`);
log(`setup: done after ${((performance.now() - started) / 1000).toFixed(1)} s`);
