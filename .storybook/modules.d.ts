declare module '*.css';

declare module '@keting/components/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
