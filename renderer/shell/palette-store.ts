import { create } from 'zustand';

/** Whether the palette, or the list of keys, is open. */
export const usePaletteStore = create<{ readonly open: 'palette' | 'keys' | null }>(() => ({ open: null }));
export const openPalette = (): void => usePaletteStore.setState({ open: 'palette' });
export const openKeys = (): void => usePaletteStore.setState({ open: 'keys' });
export const closePalette = (): void => usePaletteStore.setState({ open: null });
