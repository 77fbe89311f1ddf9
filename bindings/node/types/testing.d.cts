import type { Awaitable, Store } from './index.cjs';

/** Makes a fresh store for a case. If it has a `close`, that is called afterwards. */
export type StoreFactory = () => Awaitable<Store & { close?(): unknown }>;

/** The names of all cases. */
export declare function storeCases(): string[];
/** Runs one case on a fresh store; rejects with what is wrong. */
export declare function runCase(name: string, factory: StoreFactory): Promise<void>;
/** Runs all cases, one after the other; rejects with all that is wrong. */
export declare function checkStore(
  factory: StoreFactory,
  options?: { onCase?: (name: string, error: Error | undefined) => void },
): Promise<{ cases: number }>;
