/**
 * Puts the CNI plugin where the node's container runtime looks for it. The runtime may be calling the old one at this very moment, so
 * the new one is made beside it and renamed over it; who runs the old one goes on with it.
 */
import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Name of the plugin: the `type` in the network configuration. */
export const pluginName = 'subnetes';

/**
 * Installs the plugin, unless the same is there already.
 * @param source path of the plugin that comes with the agent
 * @param folder where the runtime looks; it is made when it is missing
 * @returns whether it was written
 */
export async function installPlugin(source: string, folder: string): Promise<boolean> {
  const place = join(folder, pluginName);
  const [present, wanted] = await Promise.all([readFile(place).catch(() => undefined), readFile(source)]);
  if (present?.equals(wanted)) {
    await chmod(place, 0o755);
    return false;
  }
  await mkdir(folder, { recursive: true });
  // No plugin is called so: a configuration names plugins without a leading dot.
  const temporary = join(folder, `.${pluginName}.${randomBytes(6).toString('hex')}`);
  try {
    await copyFile(source, temporary);
    await chmod(temporary, 0o755);
    await rename(temporary, place);
  } finally {
    await rm(temporary, { force: true });
  }
  return true;
}
