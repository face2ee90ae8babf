import { z } from 'zod';

// The window's Content-Security-Policy forbids eval; zod would try it once. This module comes before any schema.
z.config({ jitless: true });
