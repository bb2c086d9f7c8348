// Copies MediaPipe's face mesh for the camera page and frees its glue code of `new Function`, which a content security
// policy without 'unsafe-eval' forbids. Emscripten's DYNAMIC_EXECUTION=0 builds use closures in the same three places.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const asIs = ["face_mesh.js", "face_mesh.binarypb", "face_mesh_solution_packed_assets.data", "face_mesh_solution_packed_assets_loader.js",
  "face_mesh_solution_simd_wasm_bin.wasm", "face_mesh_solution_wasm_bin.wasm"];
const glue = ["face_mesh_solution_simd_wasm_bin.js", "face_mesh_solution_wasm_bin.js"];

const closures = {
  createNamedFunction: `function createNamedFunction(name,body){name=makeLegalFunctionName(name);` +
    `return Object.defineProperty(function(){"use strict";return body.apply(this,arguments)},"name",{value:name})}`,

  craftInvokerFunction: `function craftInvokerFunction(humanName,argTypes,classType,cppInvokerFunc,cppTargetFunc){
    var count=argTypes.length;
    if(count<2){throwBindingError("argTypes array size mismatch! Must at least get return value and 'this' types!")}
    var isMethod=argTypes[1]!==null&&classType!==null;
    var needsStack=argTypes.slice(1).some(function(type){return type!==null&&type.destructorFunction===undefined});
    var returns=argTypes[0].name!=="void";
    return createNamedFunction(humanName,function(){
      if(arguments.length!==count-2){throwBindingError("function "+humanName+" called with "+arguments.length+" arguments, expected "+(count-2)+" args!")}
      var destructors=needsStack?[]:null,wired=[];
      if(isMethod){wired.push(argTypes[1].toWireType(destructors,this))}
      for(var i=2;i<count;++i){wired.push(argTypes[i].toWireType(destructors,arguments[i-2]))}
      var result=cppInvokerFunc.apply(null,[cppTargetFunc].concat(wired));
      if(needsStack){runDestructors(destructors)}
      else{for(var j=isMethod?1:2;j<count;++j){if(argTypes[j].destructorFunction!==null){argTypes[j].destructorFunction(wired[j-(isMethod?1:2)])}}}
      if(returns){return argTypes[0].fromWireType(result)}
    })}`,

  __emval_get_method_caller: `function __emval_get_method_caller(argCount,argTypes){
    var types=__emval_lookupTypes(argCount,argTypes),retType=types[0];
    var signature=retType.name+"_$"+types.slice(1).map(function(t){return t.name}).join("_")+"$";
    var known=emval_registeredMethods[signature];
    if(known!==undefined){return known}
    var caller=createNamedFunction("methodCaller_"+signature,function(handle,name,destructors,args){
      var offset=0,values=[];
      for(var i=1;i<argCount;++i){values.push(types[i].readValueFromPointer(args+offset));offset+=types[i]["argPackAdvance"]}
      var result=handle[name].apply(handle,values);
      for(var j=1;j<argCount;++j){if(types[j]["deleteObject"]){types[j].deleteObject(values[j-1])}}
      if(!retType.isVoid){return retType.toWireType(destructors,result)}
    });
    return emval_registeredMethods[signature]=__emval_addMethodCaller(caller)}`,
};

export function writeFaceMesh(client, target) {
  const source = join(client, "node_modules", "@mediapipe", "face_mesh");
  mkdirSync(target, { recursive: true });
  asIs.forEach(file => copyFileSync(join(source, file), join(target, file)));
  glue.forEach(file => writeFileSync(join(target, file), withoutEval(readFileSync(join(source, file), "utf8"), file)));
}

function withoutEval(text, file) {
  for (const [name, closure] of Object.entries(closures)) {
    const start = text.indexOf(`function ${name}(`);
    if (start < 0 || text.indexOf(`function ${name}(`, start + 1) >= 0) {
      throw new Error(`${file} no longer holds one ${name}; check the package version.`);
    }
    text = text.slice(0, start) + closure + text.slice(endOfFunction(text, start));
  }
  if (/new Function\(|new_\(Function/.test(text)) {
    throw new Error(`${file} makes functions from text in a place that is not known.`);
  }
  return text;
}

// The glue is minified: the next top-level function starts right after this one's closing brace. Its strings hold braces, so counting them would not do.
function endOfFunction(text, start) {
  const next = /\}(?=function [\w$]+\(|var )/g;
  next.lastIndex = start;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const body = text.slice(start, match.index + 1);
    if (parses(body)) {
      return match.index + 1;
    }
  }
  throw new Error("A function of the glue code does not end.");
}

function parses(body) {
  try {
    new Function(body);
    return true;
  } catch {
    return false;
  }
}
