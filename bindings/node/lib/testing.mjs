export { checkStore, runCase, storeCases } from './testing.cjs';
