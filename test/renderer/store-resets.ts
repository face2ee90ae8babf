/** Puts each store of the screens back to how it began. The stores outlive a test file: files share their modules. */
export const storeResets = new Set<() => void>();
