const files = import.meta.glob<string>('./pictures/*.webp', { query: '?url', import: 'default', eager: true });

/** Where a picture of the help is, light and dark; made by `test/demo/help-pictures.ts`. Null: there is none. */
export function helpPicture(name: string): { readonly light: string; readonly dark: string } | null {
  const light = files[`./pictures/${name}-light.webp`];
  const dark = files[`./pictures/${name}-dark.webp`];
  return light === undefined || dark === undefined ? null : { light, dark };
}
