import '@keting/components/kt-desk.js';
