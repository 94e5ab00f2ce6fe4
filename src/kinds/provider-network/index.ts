/** ProviderNetwork. */
import type { Kind } from '../kind.ts';

/** The kind. */
export const providerNetwork: Kind = { name: 'ProviderNetwork' };
