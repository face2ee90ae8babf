/** The system's own notices: none can be drawn, so the app hears that they aren't supported. */
export class Notification {
  static isSupported(): boolean {
    return false;
  }
  show(): void {
    throw new Error('electron-host: a notification was shown though none is supported');
  }
}
