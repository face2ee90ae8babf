import './jitless.ts';
import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { showCutTextWhole } from './kit/whole-text.ts';
import { App } from './shell/app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
document.addEventListener('pointerover', showCutTextWhole);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
