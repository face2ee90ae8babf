// Loaded into the main process before the app (`-r`): the app's clock starts at DESK_NOW, so that journeys and pictures see the
// days of the sample. Only tests and the demo use it; the app itself has no such switch.
const wanted = Date.parse(process.env.DESK_NOW ?? '');
if (!Number.isNaN(wanted)) {
  const RealDate = Date;
  const offset = wanted - RealDate.now();
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      super(...(parts.length === 0 ? [RealDate.now() + offset] : parts));
    }
    static now() {
      return RealDate.now() + offset;
    }
  };
}
