// What edockit says of a container: a JSON list, one entry a signature. Asks nothing of the network.
import { readFileSync } from "node:fs";
import { parseEdoc, verifySignature } from "edockit";

const container = parseEdoc(new Uint8Array(readFileSync(process.argv[2])));
const said = [];
for (const signature of container.signatures) {
  const result = await verifySignature(signature, container.files, { checkRevocation: false, verifyTimestamps: false });
  said.push({
    status: result.status,
    isValid: result.isValid,
    checksums: result.checksums.isValid,
    signature: result.signature.isValid,
    errors: result.errors ?? [],
  });
}
console.log(JSON.stringify({ signed: container.signedFileList, documents: container.documentFileList, said }));
