<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Nablascope</source>
        <translation>关于 Nablascope</translation>
    </message>
    <message>
        <source>An oscilloscope for learning: watch neural networks learn to read handwritten digits, layer by layer.</source>
        <translation>学习的示波器：逐层观察神经网络学习识别手写数字。</translation>
    </message>
    <message>
        <source>The experiments are those of Michael Nielsen’s book “Neural Networks and Deep Learning”.</source>
        <translation>实验取自 Michael Nielsen 的著作《Neural Networks and Deep Learning》。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It uses Qt, QCustomPlot, Eigen and Highway.</source>
        <translation>本程序是自由软件，采用 GNU 通用公共许可证第 3 版或更新版本，使用了 Qt、QCustomPlot、Eigen 和 Highway。</translation>
    </message>
</context>
<context>
    <name>BookReference</name>
    <message>
        <source>the book’s run, on MNIST</source>
        <translation>书中记录的运行（MNIST）</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>Built-in digits</source>
        <translation>内置数字</translation>
    </message>
    <message>
        <source>Built-in digits, harder</source>
        <translation>内置数字（较难）</translation>
    </message>
    <message>
        <source>MNIST</source>
        <translation>MNIST</translation>
    </message>
    <message>
        <source>Fashion-MNIST</source>
        <translation>Fashion-MNIST</translation>
    </message>
    <message>
        <source>Built-in digits, every hand</source>
        <translation>内置数字，各种笔迹</translation>
    </message>
    <message>
        <source>%1 and mine</source>
        <translation>%1与我的数字</translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>Divergence</source>
        <translation>发散</translation>
    </message>
    <message>
        <source>A step so large that it overshoots makes the next gradient larger still, until the numbers are no numbers any more. Too large weights at the start or too high a learning rate do this; clipping the gradient bounds the step.</source>
        <translation>一步走得太大而越过了谷底，下一个梯度便更大，直到数值不再是数。初始权重太大或学习率太高都会如此；梯度裁剪可以限制步长。</translation>
    </message>
    <message>
        <source>Vanishing gradient</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>The error reaches an early layer as a product with one factor W and one factor σ′ for each layer behind it. Where these are smaller than 1, and σ′ of the sigmoid is at most ¼, the product shrinks from layer to layer and the early layers hardly learn (chapter 5).</source>
        <translation>误差传到前面的层时是一个乘积，后面每一层各贡献一个因子 W 和一个因子 σ′。sigmoid 的 σ′ 最大只有 ¼；这些因子小于 1 时，乘积逐层变小，前面的层几乎学不到东西（第 5 章）。</translation>
    </message>
    <message>
        <source>Exploding gradient</source>
        <translation>梯度爆炸</translation>
    </message>
    <message>
        <source>The error reaches an early layer as a product with one factor W and one factor σ′ for each layer behind it. Where these are larger than 1, the product grows from layer to layer and the early layers jump instead of learning (chapter 5).</source>
        <translation>误差传到前面的层时是一个乘积，后面每一层各贡献一个因子 W 和一个因子 σ′。这些因子大于 1 时，乘积逐层变大，前面的层只是乱跳而不是学习（第 5 章）。</translation>
    </message>
    <message>
        <source>Dead neurons</source>
        <translation>死亡的神经元</translation>
    </message>
    <message>
        <source>A neuron whose f′ is nothing for nearly every digit passes no error back and does not change any more. One step that is too large is enough to switch a ReLU off for ever.</source>
        <translation>如果一个神经元对几乎所有数字的 f′ 都为零，它就不再向后传递误差，自己也不再改变。只要有一步太大，就足以让 ReLU 永远关闭。</translation>
    </message>
    <message>
        <source>Saturated neurons</source>
        <translation>饱和的神经元</translation>
    </message>
    <message>
        <source>These answers lie where the function is flat, f′ below a twenty-fifth of its largest: a change of the weights hardly changes them, so the weights learn slowly (chapter 3).</source>
        <translation>这些激活值落在函数平坦之处，f′ 不到其最大值的二十五分之一：权重的改变几乎影响不到它们，因此权重学得很慢（第 3 章）。</translation>
    </message>
    <message>
        <source>Bad initialization</source>
        <translation>初始化不当</translation>
    </message>
    <message>
        <source>Weights should be drawn so that a layer&apos;s weighted inputs are neither far out nor all the same: with n inputs a standard deviation of 1/√n for sigmoid and tanh, √(2/n) for ReLU (chapter 3).</source>
        <translation>权重的取法应使一层的带权输入既不过大，也不完全相同：有 n 个输入时，sigmoid 和 tanh 用标准差 1/√n，ReLU 用 √(2/n)（第 3 章）。</translation>
    </message>
    <message>
        <source>Learning rate too high</source>
        <translation>学习率太高</translation>
    </message>
    <message>
        <source>Every layer is changed by so much in each step that the network jumps about in the valley of the cost instead of walking down (chapter 3).</source>
        <translation>每一步都把每一层改变得太多，网络在代价的山谷里来回乱跳，而不是往下走（第 3 章）。</translation>
    </message>
    <message>
        <source>Learning rate too low</source>
        <translation>学习率太低</translation>
    </message>
    <message>
        <source>No layer is changed enough by a step for the cost to fall in any time worth waiting for (chapter 1).</source>
        <translation>每一步对各层的改变都太小，代价在可以等待的时间内降不下来（第 1 章）。</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过度拟合</translation>
    </message>
    <message>
        <source>The network still gets better at the digits it trains on and worse at others: it learns them by heart. More digits or regularization help, or stopping in time (chapter 3).</source>
        <translation>网络对训练数字的表现仍在变好，对其他数字却在变差：它在死记硬背。更多的数字、正则化或及时停止会有帮助（第 3 章）。</translation>
    </message>
    <message>
        <source>Vanishing: slower than the last hidden layer</source>
        <translation>消失：比最后一个隐藏层慢</translation>
    </message>
    <message>
        <source>our measurements: at the start two hidden sigmoid layers give 4 to 6 times, three 17 to 35, four 65 to 200, ReLU with He&apos;s weights at most 4</source>
        <translation>我们的测量：开始时两个 sigmoid 隐藏层为 4 到 6 倍，三个为 17 到 35 倍，四个为 65 到 200 倍，ReLU 加 He 权重不超过 4 倍</translation>
    </message>
    <message>
        <source>Exploding: faster than the last hidden layer</source>
        <translation>爆炸：比最后一个隐藏层快</translation>
    </message>
    <message>
        <source>our measurements: layers that learn well stay within 4 times of each other; large weights with centered biases give 9 to 25 times at the start</source>
        <translation>我们的测量：学得好的各层彼此相差不超过 4 倍；大权重加居中的偏置在开始时为 9 到 25 倍</translation>
    </message>
    <message>
        <source>Saturated: share of a layer&apos;s answers</source>
        <translation>饱和：占一层激活值的比例</translation>
    </message>
    <message>
        <source>SageMaker Debugger&apos;s saturation rule: more than 50 %; the healthy 784-30-10 ends at 42 %</source>
        <translation>SageMaker Debugger 的饱和规则：超过 50 %；健康的 784-30-10 结束时为 42 %</translation>
    </message>
    <message>
        <source>Dead: share of a layer&apos;s neurons</source>
        <translation>死亡：占一层神经元的比例</translation>
    </message>
    <message>
        <source>SageMaker Debugger&apos;s dead ReLU rule: more than 50 % of the neurons are active for less than 1 % of the examples</source>
        <translation>SageMaker Debugger 的死亡 ReLU 规则：超过 50 % 的神经元只对不到 1 % 的样本有响应</translation>
    </message>
    <message>
        <source>Bad start: smallest spread of a layer&apos;s activations</source>
        <translation>开始不当：一层激活值的最小标准差</translation>
    </message>
    <message>
        <source>neural-api&apos;s report of activations: below 1e-4 a layer has collapsed</source>
        <translation>neural-api 的激活报告：低于 1e-4 的层已经坍缩</translation>
    </message>
    <message>
        <source>Bad start: largest spread of a layer&apos;s activations</source>
        <translation>开始不当：一层激活值的最大标准差</translation>
    </message>
    <message>
        <source>Deeplearning4j&apos;s guide: a standard deviation of 0.5 to 2 is healthy; He&apos;s weights start at 0.3, N(0, 1) with ReLU at 5.5 and more</source>
        <translation>Deeplearning4j 的指南：标准差 0.5 到 2 为健康；He 权重开始时为 0.3，N(0, 1) 加 ReLU 为 5.5 以上</translation>
    </message>
    <message>
        <source>Rate too high: update of every layer&apos;s weights</source>
        <translation>学习率太高：每一层权重的更新</translation>
    </message>
    <message>
        <source>cs231n and Deeplearning4j: |ΔW| / |W| should be near 1e-3, above 1e-2 it is a worry</source>
        <translation>cs231n 和 Deeplearning4j：|ΔW| / |W| 应接近 1e-3，高于 1e-2 便值得担心</translation>
    </message>
    <message>
        <source>Rate too low: update of every layer&apos;s weights</source>
        <translation>学习率太低：每一层权重的更新</translation>
    </message>
    <message>
        <source>cs231n and Deeplearning4j: |ΔW| / |W| should be near 1e-3, below 1e-4 it is a worry</source>
        <translation>cs231n 和 Deeplearning4j：|ΔW| / |W| 应接近 1e-3，低于 1e-4 便值得担心</translation>
    </message>
    <message>
        <source>Rates: a cost that falls by less than this hardly falls</source>
        <translation>学习率：代价的下降小于此值即为几乎不降</translation>
    </message>
    <message>
        <source>our measurements: against the lowest mean of as many steps before; the mean of 500 mini-batches of 10 wavers by 2 to 4 %</source>
        <translation>我们的测量：与之前同样步数的最低平均值相比；500 个大小为 10 的小批量的平均值有 2 到 4 % 的波动</translation>
    </message>
    <message>
        <source>Overfitting: validation cost above training cost</source>
        <translation>过度拟合：验证代价高出训练代价</translation>
    </message>
    <message>
        <source>SageMaker Debugger&apos;s overfit rule: a ratio of 0.1</source>
        <translation>SageMaker Debugger 的过度拟合规则：比例 0.1</translation>
    </message>
    <message>
        <source>Overfitting: validation cost above its lowest</source>
        <translation>过度拟合：验证代价高出其最低值</translation>
    </message>
    <message>
        <source>our measurements: the gap alone also opens in healthy runs, whose validation cost wavers by 5 %; the book&apos;s overfitting run rises by 47 %</source>
        <translation>我们的测量：健康的运行也会出现差距，其验证代价有 5 % 的波动；书中过度拟合的运行上升了 47 %</translation>
    </message>
    <message>
        <source>Accuracy from which a network has learned</source>
        <translation>从此准确率起视为网络已学会</translation>
    </message>
    <message>
        <source>our choice: the healthy 784-30-10 is above 90 % before its first epoch ends; a fault that does not keep a network from learning is only worth knowing</source>
        <translation>我们的选择：健康的 784-30-10 在第一轮结束前就超过 90 %；不妨碍网络学习的毛病只需知道即可</translation>
    </message>
    <message>
        <source>Steps that are judged together</source>
        <translation>合在一起判断的步数</translation>
    </message>
    <message>
        <source>our choice: one mini-batch is noise. A tenth of an epoch where that is shorter, but at least 50</source>
        <translation>我们的选择：单个小批量只是噪声。若一轮的十分之一更短则取之，但至少 50 步</translation>
    </message>
    <message>
        <source>ReLU with He&apos;s weights</source>
        <translation>ReLU 加 He 权重</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>泄漏 ReLU</translation>
    </message>
    <message>
        <source>Weights N(0, 1/√n)</source>
        <translation>权重 N(0, 1/√n)</translation>
    </message>
    <message>
        <source>He&apos;s weights</source>
        <translation>He 权重</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>批量归一化</translation>
    </message>
    <message>
        <source>Learning rate ÷ 10</source>
        <translation>学习率 ÷ 10</translation>
    </message>
    <message>
        <source>Learning rate ÷ 100</source>
        <translation>学习率 ÷ 100</translation>
    </message>
    <message>
        <source>Learning rate × 10</source>
        <translation>学习率 × 10</translation>
    </message>
    <message>
        <source>Learning rate × 100</source>
        <translation>学习率 × 100</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Gradient clipped at 1</source>
        <translation>梯度裁剪为 1</translation>
    </message>
    <message>
        <source>L2 λ = n/10,000</source>
        <translation>L2 λ = n/10,000</translation>
    </message>
    <message>
        <source>All training digits</source>
        <translation>全部训练数字</translation>
    </message>
    <message>
        <source>Distorted digits</source>
        <translation>变形的数字</translation>
    </message>
    <message>
        <source>Early stopping, 10 epochs</source>
        <translation>提前停止，10 轮</translation>
    </message>
</context>
<context>
    <name>DoctorText</name>
    <message>
        <source>At the start layer %1 did not learn at all.</source>
        <translation>开始时第 %1 层完全没有学习。</translation>
    </message>
    <message>
        <source>Layer %1 does not learn at all.</source>
        <translation>第 %1 层完全没有学习。</translation>
    </message>
    <message>
        <source>At the start layer %1 learned %2 times slower than layer %3. That is over.</source>
        <translation>开始时第 %1 层比第 %3 层学得慢 %2 倍。现在已经过去。</translation>
    </message>
    <message>
        <source>Layer %1 learns %2 times slower than layer %3.</source>
        <translation>第 %1 层比第 %3 层学得慢 %2 倍。</translation>
    </message>
    <message>
        <source>At the start layer %1 learned %2 times faster than layer %3. That is over.</source>
        <translation>开始时第 %1 层比第 %3 层学得快 %2 倍。现在已经过去。</translation>
    </message>
    <message>
        <source>Layer %1 learns %2 times faster than layer %3.</source>
        <translation>第 %1 层比第 %3 层学得快 %2 倍。</translation>
    </message>
    <message>
        <source>%1 of layer %2&apos;s answers were saturated before the first step.</source>
        <translation>在第一步之前，第 %2 层的激活值已有 %1 饱和。</translation>
    </message>
    <message>
        <source>All neurons of layer %1 began alike: the standard deviation of their answers was %2.</source>
        <translation>第 %1 层的所有神经元开始时都一样：激活值的标准差为 %2。</translation>
    </message>
    <message>
        <source>Layer %1 began with answers that are far too large: their standard deviation was %2.</source>
        <translation>第 %1 层开始时的激活值太大：标准差为 %2。</translation>
    </message>
    <message>
        <source>After step %1 the numbers of layer %2 grew beyond all bounds.</source>
        <translation>第 %1 步之后，第 %2 层的数值增长超出了一切界限。</translation>
    </message>
    <message>
        <source>The last cost that could be told was %1.</source>
        <translation>最后一个能算出的代价为 %1。</translation>
    </message>
    <message>
        <source>%1 of layer %2&apos;s neurons are dead: silent for more than %3 of the digits.</source>
        <translation>第 %2 层有 %1 的神经元已死亡：对超过 %3 的数字没有响应。</translation>
    </message>
    <message>
        <source>%1 of layer %2&apos;s answers are saturated.</source>
        <translation>第 %2 层的激活值有 %1 饱和。</translation>
    </message>
    <message>
        <source>Every step changes the weights of every layer by %1 or more, and the cost hardly falls.</source>
        <translation>每一步都把每一层的权重改变 %1 以上，而代价几乎不降。</translation>
    </message>
    <message>
        <source>No step changes the weights of any layer by more than %1, and the cost hardly falls.</source>
        <translation>每一步对任何一层权重的改变都不超过 %1，而代价几乎不降。</translation>
    </message>
    <message>
        <source>The validation cost is %1 above its lowest, while the training cost still falls.</source>
        <translation>验证代价已高出其最低值 %1，而训练代价仍在下降。</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1 layers are beyond the limit.</source>
        <translation>共有 %1 层超出限度。</translation>
    </message>
    <message>
        <source>At step %1, epoch %2.</source>
        <translation>第 %1 步，第 %2 轮。</translation>
    </message>
    <message>
        <source>Measured %1, limit %2; step %3, epoch %4.</source>
        <translation>测得 %1，限度 %2；第 %3 步，第 %4 轮。</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Checked: %1.</source>
        <translation>已检查：%1。</translation>
    </message>
    <message>
        <source>Not to be judged here, or not yet: %1.</source>
        <translation>此处无法判断或尚不能判断：%1。</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>没有发现问题。</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>quadratic</source>
        <translation>二次代价</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>N(0, 1)</source>
        <translation>N(0, 1)</translation>
    </message>
    <message>
        <source>N(0, 1/√n)</source>
        <translation>N(0, 1/√n)</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>How far each step goes down the gradient: w → w − η ∂C/∂w. Can be turned while it trains.</source>
        <translation>每一步沿梯度下降多远：w → w − η ∂C/∂w。训练中可以调节。</translation>
    </message>
    <message>
        <source>Mini-batch</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Digits whose gradients are averaged for one step. As many as the training set: full-batch gradient descent.</source>
        <translation>每一步对多少个数字的梯度取平均。与训练集一样大时就是全批量梯度下降。</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>个数字</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Passes over the training digits.</source>
        <translation>遍历训练数字的次数。</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>L2 λ</source>
        <translation>L2 λ</translation>
    </message>
    <message>
        <source>Weight decay: the cost gains λ/2n Σw², n the number of training digits. 0 switches it off. Can be turned while it trains.</source>
        <translation>权重衰减：代价加上 λ/2n Σw²，n 是训练数字的个数。0 表示关闭。训练中可以调节。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Start of all random numbers: the same seed gives the same run, bit for bit.</source>
        <translation>所有随机数的起点：相同的种子得到逐位相同的运行。</translation>
    </message>
    <message>
        <source>Training digits</source>
        <translation>训练数字</translation>
    </message>
    <message>
        <source>Train on the first so many digits only; 0 takes all of them.</source>
        <translation>只用前若干个数字训练；0 表示全部。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The digits to learn from: builtin, builtin-strong, builtin-hands, mnist, fashion, or a folder of IDX files.</source>
        <translation>用来学习的数字：builtin、builtin-strong、builtin-hands、mnist、fashion，或一个 IDX 文件夹。</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>log-likelihood</source>
        <translation>对数似然</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He</translation>
    </message>
    <message>
        <source>all zeros</source>
        <translation>全为零</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>batch normalization</source>
        <translation>批量归一化</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>RMSProp</source>
        <translation>RMSProp</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>阶梯</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>cut on a plateau</source>
        <translation>停滞时减小</translation>
    </message>
    <message>
        <source>shifts</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>shifts and rotations</source>
        <translation>平移与旋转</translation>
    </message>
    <message>
        <source>elastic</source>
        <translation>弹性变形</translation>
    </message>
    <message>
        <source>Neurons in each layer, from the 784 pixels to the 10 digits: 784,30,10 has one hidden layer of 30. A last layer of 4 answers with the digit&apos;s bits.</source>
        <translation>每层的神经元数，从 784 个像素到 10 个数字：784,30,10 有一个 30 个神经元的隐藏层。最后一层为 4 时，以数字的二进制位作答。</translation>
    </message>
    <message>
        <source>The function σ of the hidden neurons, a = σ(z): one for all hidden layers, or one for each, such as relu,relu,tanh.</source>
        <translation>隐藏神经元的函数 σ，a = σ(z)：所有隐藏层用同一个，或每层各写一个，如 relu,relu,tanh。</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The function of the output neurons. The cross-entropy needs sigmoid, the log-likelihood softmax, whose outputs sum to 1; the quadratic cost takes any.</source>
        <translation>输出神经元的函数。交叉熵需要 sigmoid，对数似然需要 softmax（其输出之和为 1）；二次代价可用任何一种。</translation>
    </message>
    <message>
        <source>What learning makes small. Quadratic: ½‖a − y‖². Cross-entropy: −Σ[y ln a + (1 − y) ln(1 − a)], which does not slow down when the network is badly wrong. Log-likelihood: −ln of the right digit&apos;s softmax output.</source>
        <translation>学习要减小的量。二次代价：½‖a − y‖²。交叉熵：−Σ[y ln a + (1 − y) ln(1 − a)]，网络错得厉害时学习也不会变慢。对数似然：正确数字的 softmax 输出的 −ln。</translation>
    </message>
    <message>
        <source>How the weights are drawn at the start: with standard deviation 1, or 1/√n with n the number of inputs of the neuron, so that neurons do not start saturated; biases are N(0, 1) in both. Glorot: √(2/(n + m)) with m outputs; He: √(2/n), for ReLU; both with biases 0. All zeros: the neurons of a layer stay alike for ever.</source>
        <translation>权重初始值的取法：标准差为 1，或 1/√n（n 为该神经元的输入数），使神经元一开始不饱和；两者的偏置均为 N(0, 1)。Glorot：√(2/(n + m))，m 为输出数；He：√(2/n)，用于 ReLU；两者的偏置均为 0。全为零：同一层的神经元永远相同。</translation>
    </message>
    <message>
        <source>Normalization</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Batch normalization brings the weighted inputs of each hidden neuron to mean 0 and deviation 1 over the mini-batch; when the network reads, running averages take their place. One cure for the vanishing gradient.</source>
        <translation>批量归一化使每个隐藏神经元的带权输入在小批量上均值为 0、标准差为 1；网络识别时改用滑动平均。这是治疗梯度消失的一种方法。</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化算法</translation>
    </message>
    <message>
        <source>How a step follows from the gradient: straight down (stochastic gradient descent), with momentum, with Nesterov&apos;s look ahead, or with a rate for each weight (RMSProp, Adam), for which η is about 0.001.</source>
        <translation>如何由梯度得到一步：径直下降（随机梯度下降）、带动量、带 Nesterov 前瞻，或为每个权重取各自的速率（RMSProp、Adam，此时 η 约为 0.001）。</translation>
    </message>
    <message>
        <source>Momentum μ</source>
        <translation>动量 μ</translation>
    </message>
    <message>
        <source>How much of its velocity a weight keeps: v → μv − η ∂C/∂w; 1 − μ is the friction. Adam&apos;s β₁.</source>
        <translation>权重保留多少速度：v → μv − η ∂C/∂w；1 − μ 是摩擦。也是 Adam 的 β₁。</translation>
    </message>
    <message>
        <source>Memory ρ</source>
        <translation>记忆 ρ</translation>
    </message>
    <message>
        <source>How slowly the running mean of the squared gradient forgets: RMSProp&apos;s ρ, Adam&apos;s β₂.</source>
        <translation>梯度平方的滑动平均遗忘得多慢：RMSProp 的 ρ，Adam 的 β₂。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>速率调度</translation>
    </message>
    <message>
        <source>How η changes: never; times a factor every few epochs, or every epoch; along half a cosine to 0 at the end; or cut when the accuracy on the validation digits has not improved for some epochs.</source>
        <translation>η 如何变化：不变；每隔几轮或每轮乘以一个系数；沿半个余弦降到 0；或在验证数字的准确率若干轮没有提高时减小。</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>What the schedule multiplies η by.</source>
        <translation>调度时 η 乘以的系数。</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>每隔</translation>
    </message>
    <message>
        <source>Epochs from one step of the schedule to the next; on a plateau, epochs without a better validation accuracy before a cut.</source>
        <translation>调度的两步之间的轮数；停滞时，验证准确率没有提高多少轮后减小。</translation>
    </message>
    <message>
        <source>Stop at 1/</source>
        <translation>停止于 1/</translation>
    </message>
    <message>
        <source>Training ends when cuts have brought η down to this part of where it began, 128 for 1/128; 0: it goes on.</source>
        <translation>η 减小到初始值的这一份时训练结束，128 即 1/128；0：继续训练。</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>提前停止</translation>
    </message>
    <message>
        <source>Ends the training after so many epochs without a better accuracy on the validation digits; 0: never.</source>
        <translation>验证数字的准确率这么多轮没有提高时结束训练；0：从不。</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>A gradient longer than this is shortened to it, so that one exploding step cannot ruin the run; 0: never.</source>
        <translation>比这更长的梯度缩短到此长度，使一次爆炸的步子不至毁掉整个训练；0：从不。</translation>
    </message>
    <message>
        <source>L1 λ</source>
        <translation>L1 λ</translation>
    </message>
    <message>
        <source>The cost gains λ/n Σ|w|: small weights shrink to nothing, few large ones remain. 0 switches it off.</source>
        <translation>代价增加 λ/n Σ|w|：小权重缩为零，只留下少数大权重。0 表示关闭。</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout（弃权）</translation>
    </message>
    <message>
        <source>Share of the hidden neurons that is left out of each step, others each time; 0.5 is Hinton&apos;s. 0 switches it off.</source>
        <translation>每一步弃用的隐藏神经元的比例，每次不同；Hinton 用 0.5。0 表示关闭。</translation>
    </message>
    <message>
        <source>Max-norm</source>
        <translation>最大范数</translation>
    </message>
    <message>
        <source>Weights that enter a neuron are scaled down when their norm is larger than this; 0: never.</source>
        <translation>进入一个神经元的权重的范数大于此值时按比例缩小；0：从不。</translation>
    </message>
    <message>
        <source>Expanded data</source>
        <translation>扩展数据</translation>
    </message>
    <message>
        <source>Shows the network every training digit distorted anew in each epoch: shifted, also rotated, scaled and sheared, or also elastically, like a hand that wavers.</source>
        <translation>每轮都让网络看到重新变形的训练数字：平移；或再加旋转、缩放和切变；或再加弹性变形，像抖动的手写的一样。</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Times the distortion: 1 looks like other people&apos;s handwriting, 2 is wild.</source>
        <translation>变形的倍数：1 像别人的笔迹，2 则很夸张。</translation>
    </message>
    <message>
        <source>with the weights</source>
        <translation>随权重而定</translation>
    </message>
    <message>
        <source>centered</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>Weight scale</source>
        <translation>权重倍数</translation>
    </message>
    <message>
        <source>Multiplies the weights at the start: small ones let the gradient vanish, large ones with centered biases let it explode.</source>
        <translation>开始时权重乘以此数：较小的权重使梯度消失，较大的权重配合居中的偏置使梯度爆炸。</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>Where the biases begin: as it belongs to the weights, at 0, drawn from N(0, 1), or centered, so that z = 0 where the layer before is in its middle and σ′ is at its largest, as in the book&apos;s exploding gradient.</source>
        <translation>偏置的起点：随权重的初始化而定、为 0、从 N(0, 1) 抽取，或居中：使前一层处于中间值时 z = 0、σ′ 最大，如书中的梯度爆炸。</translation>
    </message>
</context>
<context>
    <name>ExperimentFiles</name>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>实验 (*.json)</translation>
    </message>
    <message>
        <source>The experiment could not be opened: %1</source>
        <translation>无法打开该实验：%1</translation>
    </message>
    <message>
        <source>Save the setup</source>
        <translation>保存设置</translation>
    </message>
    <message>
        <source>The setup could not be saved: %1</source>
        <translation>无法保存该设置：%1</translation>
    </message>
</context>
<context>
    <name>ExperimentForm</name>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>正则化</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>FieldProblem</name>
    <message>
        <source>Entry %1 is %2. A layer has 1 to %3 neurons.</source>
        <translation>第 %1 项是 %2。每层应有 1 到 %3 个神经元。</translation>
    </message>
    <message>
        <source>Write at least the input and the output layer: 784 10.</source>
        <translation>至少要写输入层和输出层：784 10。</translation>
    </message>
    <message>
        <source>%1 hidden layers are too many. At most %2 can be trained here.</source>
        <translation>%1 个隐藏层太多了，这里最多训练 %2 个。</translation>
    </message>
    <message>
        <source>The first layer is the image, 28 × 28: it must be 784, not %1.</source>
        <translation>第一层是 28 × 28 的图像：必须是 784，不能是 %1。</translation>
    </message>
    <message>
        <source>%1 weights and biases are too many. Take smaller layers, at most %2 in all.</source>
        <translation>%1 个权重和偏置太多了。请把各层改小，总数最多 %2。</translation>
    </message>
    <message>
        <source>Write whole numbers with blanks between them: 784 30 10. No layer has more than %1 neurons.</source>
        <translation>请写用空格隔开的整数：784 30 10。每层不超过 %1 个神经元。</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it as 0.1 or 1e-3.</source>
        <translation>“%1”不是数。请写成 0.1 或 1e-3 的样子。</translation>
    </message>
    <message>
        <source>Must be between %1 and %2.</source>
        <translation>必须在 %1 和 %2 之间。</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>A seed is a whole number from 0 to 18446744073709551615.</source>
        <translation>随机种子是 0 到 18446744073709551615 的整数。</translation>
    </message>
    <message>
        <source>The last layer answers with a digit: it must be 10, or 4 for its bits, not %1.</source>
        <translation>最后一层给出数字：必须为 10，或为 4（数字的二进制位），而不是 %1。</translation>
    </message>
    <message>
        <source>Write one name for all hidden layers, or one for each of the %1.</source>
        <translation>为所有隐藏层写一个名称，或为 %1 个隐藏层各写一个。</translation>
    </message>
    <message>
        <source>Batch normalization takes 2 to %1 digits at a time here.</source>
        <translation>批量归一化在这里每次取 2 到 %1 个数字。</translation>
    </message>
    <message>
        <source>The four outputs that give a digit’s bits are sigmoid.</source>
        <translation>给出数字二进制位的四个输出必须是 sigmoid。</translation>
    </message>
    <message>
        <source>The log-likelihood needs softmax outputs.</source>
        <translation>对数似然需要 softmax 输出。</translation>
    </message>
    <message>
        <source>The cross-entropy needs sigmoid outputs.</source>
        <translation>交叉熵需要 sigmoid 输出。</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Press Train (Space). The digits were made by this program, so nothing is downloaded.</source>
        <translation>按“训练”（空格键）。这些数字由本程序生成，无需下载。</translation>
    </message>
    <message>
        <source>Watch the three scopes: cost, accuracy, and how fast each layer learns. The sentence under them says what is seen.</source>
        <translation>看三个示波图：代价、准确率，以及每一层学得多快。下面的句子说明看到了什么。</translation>
    </message>
    <message>
        <source>Draw a digit. The network reads it while it is still learning.</source>
        <translation>写一个数字。网络一边学习一边识别它。</translation>
    </message>
    <message>
        <source>Turn η or λ while it trains; a mark tells where. Other changes take effect at Reset.</source>
        <translation>训练中可以调节 η 或 λ，图上会作标记。其他改动在重置后生效。</translation>
    </message>
    <message>
        <source>Choose another experiment of the book above, or drop a folder of IDX files on the window.</source>
        <translation>在上方选择书中的另一个实验，或把 IDX 文件夹拖到窗口上。</translation>
    </message>
    <message>
        <source>Train or pause</source>
        <translation>训练或暂停</translation>
    </message>
    <message>
        <source>Step one mini-batch</source>
        <translation>走一个小批量</translation>
    </message>
    <message>
        <source>Step one epoch</source>
        <translation>走一轮</translation>
    </message>
    <message>
        <source>Reset: the same seed gives the same weights</source>
        <translation>重置：相同的种子得到相同的权重</translation>
    </message>
    <message>
        <source>Slower, faster</source>
        <translation>更慢、更快</translation>
    </message>
    <message>
        <source>Clear the canvas</source>
        <translation>清空画布</translation>
    </message>
    <message>
        <source>Undo on the canvas</source>
        <translation>撤销画布上的操作</translation>
    </message>
    <message>
        <source>Open a data folder</source>
        <translation>打开数据文件夹</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <source>The first minute</source>
        <translation>第一分钟</translation>
    </message>
    <message>
        <source>The keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>In a scope: wheel to zoom, drag to pan, double click to follow again, right click for more.</source>
        <translation>在示波图中：滚轮缩放，拖动平移，双击恢复跟随，右键打开更多功能。</translation>
    </message>
    <message>
        <source>The first minute, and the keys</source>
        <translation>第一分钟与按键</translation>
    </message>
    <message>
        <source>Export a report of the run</source>
        <translation>导出运行报告</translation>
    </message>
    <message>
        <source>Open a picture of a digit</source>
        <translation>打开一个数字的图片</translation>
    </message>
</context>
<context>
    <name>LayerQuantity</name>
    <message>
        <source>Learning speed</source>
        <translation>学习速度</translation>
    </message>
    <message>
        <source>‖∂C/∂b‖, the norm of the gradient of a layer&apos;s biases: the book&apos;s learning speed. It has no unit.</source>
        <translation>‖∂C/∂b‖，即一层偏置的梯度的范数：书中的学习速度。无单位。</translation>
    </message>
    <message>
        <source>Gradient size</source>
        <translation>梯度大小</translation>
    </message>
    <message>
        <source>RMS ∂C/∂W</source>
        <translation>∂C/∂W 的均方根</translation>
    </message>
    <message>
        <source>Root mean square of ∂C/∂W over a layer&apos;s weights: does not grow with the layer. It has no unit.</source>
        <translation>∂C/∂W 在一层全部权重上的均方根：不随层的大小而增大。无单位。</translation>
    </message>
    <message>
        <source>Update ratio</source>
        <translation>更新比例</translation>
    </message>
    <message>
        <source>‖ΔW‖ / ‖W‖, what a step changes a layer&apos;s weights by: healthy between 10⁻⁴ and 10⁻². A probe updates nothing, so it is measured on mini-batches only.</source>
        <translation>‖ΔW‖ / ‖W‖，即一步使一层的权重改变的比例：在 10⁻⁴ 与 10⁻² 之间为健康。探针不更新任何参数，因此只在小批量上测量。</translation>
    </message>
    <message>
        <source>Activation spread</source>
        <translation>激活值的离散程度</translation>
    </message>
    <message>
        <source>spread of a</source>
        <translation>a 的标准差</translation>
    </message>
    <message>
        <source>Standard deviation of a layer&apos;s activations a over its neurons and the digits. It has no unit.</source>
        <translation>一层的激活值 a 在其全部神经元和各数字上的标准差。无单位。</translation>
    </message>
    <message>
        <source>Saturated share</source>
        <translation>饱和比例</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Share of a layer&apos;s answers at which f′(z) is below a twenty-fifth of its largest, in per cent</source>
        <translation>一层的输出中，f′(z) 小于其最大值的二十五分之一者所占的百分比</translation>
    </message>
    <message>
        <source>Dead share</source>
        <translation>失活比例</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>失活</translation>
    </message>
    <message>
        <source>Share of a layer&apos;s neurons that learn from fewer than 1 % of the digits, in per cent</source>
        <translation>一层的神经元中，只能从不到 1 % 的数字中学习者所占的百分比</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
</context>
<context>
    <name>ModelSaving</name>
    <message>
        <source>There is no network to save yet: the digits are still being made.</source>
        <translation>还没有可以保存的网络：数字仍在生成。</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <source>Models (*.safetensors)</source>
        <translation>模型 (*.safetensors)</translation>
    </message>
    <message>
        <source>The network could not be saved: %1</source>
        <translation>网络无法保存：%1</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>Setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Learning speed</source>
        <translation>学习速度</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Layers over time</source>
        <translation>各层随时间的变化</translation>
    </message>
    <message>
        <source>Histograms</source>
        <translation>直方图</translation>
    </message>
    <message>
        <source>Doctor</source>
        <translation>医生</translation>
    </message>
    <message>
        <source>How it is prepared</source>
        <translation>预处理</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Reading over time</source>
        <translation>识别历程</translation>
    </message>
    <message>
        <source>Write a number</source>
        <translation>写一个多位数</translation>
    </message>
</context>
<context>
    <name>PictureReader</name>
    <message>
        <source>This picture is not on this computer: save it first.</source>
        <translation>图片不在这台计算机上：请先保存它。</translation>
    </message>
    <message>
        <source>%1 is too large: %2 × %3 pixels. At most %4 a side and %5 million in all: scale it down.</source>
        <translation>%1 太大：%2 × %3 像素。每边最多 %4 像素，总共最多 %5 百万像素：请把它缩小。</translation>
    </message>
    <message>
        <source>This picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>There is no picture on the clipboard. Copy one first.</source>
        <translation>剪贴板上没有图片。请先复制一张。</translation>
    </message>
    <message>
        <source>%1 is not a file. Choose a picture.</source>
        <translation>%1 不是文件。请选择一张图片。</translation>
    </message>
    <message>
        <source>%1 cannot be opened: you may not read it.</source>
        <translation>无法打开 %1：你没有读取它的权限。</translation>
    </message>
    <message>
        <source>%1 is empty. Copy or save it again.</source>
        <translation>%1 是空的。请重新复制或保存。</translation>
    </message>
    <message>
        <source>%1 is not a picture that can be read. Save it as PNG or JPEG.</source>
        <translation>%1 不是能读取的图片。请把它另存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>%1 cannot be read: damaged, cut off or far too large. Save it anew as PNG or JPEG.</source>
        <translation>无法读取 %1：它已损坏、不完整或过于巨大。请重新存为 PNG 或 JPEG。</translation>
    </message>
    <message>
        <source>%1 has no ink that stands out from its paper. Take one with more contrast.</source>
        <translation>%1 里没有能与纸面区分开的墨迹。请换一张对比更强的。</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>The vanishing gradient</source>
        <translation>梯度消失</translation>
    </message>
    <message>
        <source>Four hidden layers: at the start the first learns about a hundred times slower than the fourth (chapter 5).</source>
        <translation>四个隐藏层：开始时第一层比第四层慢约一百倍（第 5 章）。</translation>
    </message>
    <message>
        <source>The first network</source>
        <translation>第一个网络</translation>
    </message>
    <message>
        <source>784-30-10 with the quadratic cost: about 95 % of MNIST&apos;s test digits after 30 epochs (chapter 1).</source>
        <translation>784-30-10，二次代价：30 轮后能识别约 95 % 的 MNIST 测试数字（第 1 章）。</translation>
    </message>
    <message>
        <source>One hidden layer</source>
        <translation>一个隐藏层</translation>
    </message>
    <message>
        <source>Nothing can vanish yet: about 96.5 % on MNIST (chapter 5).</source>
        <translation>还没有什么会消失：在 MNIST 上约 96.5 %（第 5 章）。</translation>
    </message>
    <message>
        <source>Two hidden layers</source>
        <translation>两个隐藏层</translation>
    </message>
    <message>
        <source>At the start the first learns about 5 times slower than the second (chapter 5).</source>
        <translation>开始时第一层比第二层慢约 5 倍（第 5 章）。</translation>
    </message>
    <message>
        <source>Three hidden layers</source>
        <translation>三个隐藏层</translation>
    </message>
    <message>
        <source>At the start the first learns about 25 times slower than the third (chapter 5).</source>
        <translation>开始时第一层比第三层慢约 25 倍（第 5 章）。</translation>
    </message>
    <message>
        <source>Eight hidden layers</source>
        <translation>八个隐藏层</translation>
    </message>
    <message>
        <source>Never leaves its plateau: the first layer is about a hundred thousand times slower than the eighth.</source>
        <translation>始终离不开平台期：第一层比第八层慢约十万倍。</translation>
    </message>
    <message>
        <source>Learning speed, two layers</source>
        <translation>学习速度，两层</translation>
    </message>
    <message>
        <source>The book&apos;s protocol: the first 1,000 digits, full batch, 500 steps (chapter 5).</source>
        <translation>书中的做法：前 1,000 个数字，全批量，500 步（第 5 章）。</translation>
    </message>
    <message>
        <source>Learning speed, three layers</source>
        <translation>学习速度，三层</translation>
    </message>
    <message>
        <source>Learning speed, four layers</source>
        <translation>学习速度，四层</translation>
    </message>
    <message>
        <source>The book&apos;s protocol, in which the gap of a hundred persists (chapter 5).</source>
        <translation>书中的做法，其中上百倍的差距始终存在（第 5 章）。</translation>
    </message>
    <message>
        <source>Built-in digits</source>
        <translation>内置数字</translation>
    </message>
    <message>
        <source>784-100-10 on the digits that this program draws itself: what it learns there reads real handwriting.</source>
        <translation>784-100-10，用本程序自己绘制的数字训练：它由此学会识别真正的手写数字。</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过度拟合</translation>
    </message>
    <message>
        <source>1,000 digits, 400 epochs: all of them learned by heart, 82 % of MNIST&apos;s test digits, a test cost that rises (chapter 3).</source>
        <translation>1,000 个数字，400 轮：全部背熟，MNIST 测试数字只对 82 %，测试代价上升（第 3 章）。</translation>
    </message>
    <message>
        <source>The gradient cured</source>
        <translation>治好的梯度</translation>
    </message>
    <message>
        <source>The four hidden layers again with ReLU and He&apos;s weights: they learn about equally fast, 92 % of MNIST after the first epoch.</source>
        <translation>同样四个隐藏层，用 ReLU 和 He 的权重：各层学习得差不多一样快，第一轮后 MNIST 就达 92 %。</translation>
    </message>
    <message>
        <source>The best of 100 neurons</source>
        <translation>100 个神经元的最好成绩</translation>
    </message>
    <message>
        <source>784-100-10 with digits distorted anew each epoch: 98.8 % of MNIST&apos;s test digits after 60 epochs.</source>
        <translation>784-100-10，每轮重新变形数字：60 轮后 MNIST 测试数字达 98.8 %。</translation>
    </message>
    <message>
        <source>The best of 800 neurons</source>
        <translation>800 个神经元的最好成绩</translation>
    </message>
    <message>
        <source>784-800-10, the same way: 99.2 % of MNIST&apos;s test digits after 60 epochs, as good as Simard&apos;s in 2003.</source>
        <translation>784-800-10，方法相同：60 轮后 MNIST 测试数字达 99.2 %，与 Simard 2003 年的结果相当。</translation>
    </message>
    <message>
        <source>The exploding gradient</source>
        <translation>梯度爆炸</translation>
    </message>
    <message>
        <source>Weights a hundred times as large and centered biases: at the start the first layer learns ten times as fast as the fourth (chapter 5).</source>
        <translation>权重放大一百倍，偏置居中：开始时第一层的学习速度是第四层的十倍（第 5 章）。</translation>
    </message>
    <message>
        <source>A rate far too small</source>
        <translation>学习率太小</translation>
    </message>
    <message>
        <source>784-100-10 with η = 0.001: after 30 epochs still four digits of five are read wrongly (chapter 1).</source>
        <translation>784-100-10，η = 0.001：30 轮之后，五个数字中仍有四个读错（第 1 章）。</translation>
    </message>
    <message>
        <source>A rate too large</source>
        <translation>学习率太大</translation>
    </message>
    <message>
        <source>784-30-10 with η = 2.5: the cost wavers and does not come down; several points behind η = 0.25 (chapter 3).</source>
        <translation>784-30-10，η = 2.5：代价来回波动而降不下来；比 η = 0.25 低几个百分点（第 3 章）。</translation>
    </message>
    <message>
        <source>Dead neurons</source>
        <translation>死亡的神经元</translation>
    </message>
    <message>
        <source>ReLU with η = 1: within half an epoch nearly all hidden neurons are switched off for every digit, for ever.</source>
        <translation>ReLU，η = 1：不到半轮，几乎所有隐藏神经元对每个数字都永远关闭。</translation>
    </message>
    <message>
        <source>A run that diverges</source>
        <translation>发散的运行</translation>
    </message>
    <message>
        <source>Four hidden layers of leaky ReLU with weights N(0, 1): within ten steps the numbers grow beyond all bounds.</source>
        <translation>四个泄漏 ReLU 隐藏层，权重 N(0, 1)：不到十步，数值就增长到超出一切界限。</translation>
    </message>
    <message>
        <source>The best reader</source>
        <translation>最佳读者</translation>
    </message>
    <message>
        <source>784-500-150-10 on built-in digits in all ways of writing, distorted anew each epoch: for reading what you draw.</source>
        <translation>784-500-150-10，用各种写法的内置数字训练，每轮重新变形：用来读你画的数字。</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Report of a run</source>
        <translation>运行报告</translation>
    </message>
    <message>
        <source>There is no run to report on yet: the digits are still being made.</source>
        <translation>还没有可报告的运行：数字仍在生成。</translation>
    </message>
    <message>
        <source>Export a report of the run</source>
        <translation>导出运行报告</translation>
    </message>
    <message>
        <source>Page for a browser (*.html);;PDF document (*.pdf)</source>
        <translation>网页 (*.html);;PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>A run of %1 on %2</source>
        <translation>%1 网络在%2上的运行</translation>
    </message>
    <message>
        <source>Nablascope %1, %2</source>
        <translation>Nablascope %1，%2</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Learning speed</source>
        <translation>学习速度</translation>
    </message>
    <message>
        <source>not known while it trains</source>
        <translation>训练中，尚不知道</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>%1 training, %2 validation, %3 test digits</source>
        <translation>%1 个训练数字，%2 个验证数字，%3 个测试数字</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>训练时间</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Computed with</source>
        <translation>计算所用指令集</translation>
    </message>
    <message>
        <source>the same setup and seed give the same digest where it is computed with the same</source>
        <translation>相同的设置和种子，用相同的指令集计算，得到相同的摘要</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>本次运行</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>通常为 %1</translation>
    </message>
    <message>
        <source>The setup</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>The numbers at the end</source>
        <translation>最后的数字</translation>
    </message>
    <message>
        <source>Nothing was measured yet.</source>
        <translation>尚未测量任何数值。</translation>
    </message>
    <message>
        <source>Measured after epoch %1. Costs are means over the digits, without the penalty.</source>
        <translation>在第 %1 轮之后测得。代价是各数字的平均值，不含惩罚项。</translation>
    </message>
    <message>
        <source>The penalty of the regularization adds %1.</source>
        <translation>正则化的惩罚项另加 %1。</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字集</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>起初</translation>
    </message>
    <message>
        <source>When it was opened</source>
        <translation>打开时</translation>
    </message>
    <message>
        <source>How fast each layer learns</source>
        <translation>各层学得多快</translation>
    </message>
    <message>
        <source>Hidden layer</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>slower than the last</source>
        <translation>比最后一层慢</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>‖∂C/∂b‖ over the fixed probe: up to 1,000 training digits, exact.</source>
        <translation>固定探针上的 ‖∂C/∂b‖：至多 1,000 个训练数字，精确值。</translation>
    </message>
    <message>
        <source>Knobs that were turned</source>
        <translation>调过的旋钮</translation>
    </message>
    <message>
        <source>Knob</source>
        <translation>旋钮</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Digit</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>found, %</source>
        <translation>找出，%</translation>
    </message>
    <message>
        <source>right, %</source>
        <translation>正确，%</translation>
    </message>
    <message>
        <source>What was taken for what</source>
        <translation>哪些数字被认作了什么</translation>
    </message>
    <message>
        <source>Validation digits after epoch %1: rows are the true digits, columns the network&apos;s answers.</source>
        <translation>第 %1 轮之后的验证数字：行是真实数字，列是网络的回答。</translation>
    </message>
    <message>
        <source>The runs beside each other</source>
        <translation>各次运行的对照</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>尚未开始</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>diverged at step %1 in layer %2</source>
        <translation>在第 %1 步第 %2 层发散</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>What may help: %1.</source>
        <translation>可以一试：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>The doctor&apos;s findings</source>
        <translation>诊断结果</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>Open a run</source>
        <translation>打开训练</translation>
    </message>
    <message>
        <source>Runs (*.checkpoint)</source>
        <translation>训练 (*.checkpoint)</translation>
    </message>
    <message>
        <source>The run could not be opened: %1</source>
        <translation>无法打开训练：%1</translation>
    </message>
    <message>
        <source>Save the run</source>
        <translation>保存训练</translation>
    </message>
    <message>
        <source>Compare with a recorded run</source>
        <translation>与记录下来的运行比较</translation>
    </message>
    <message>
        <source>Records of runs (*%1)</source>
        <translation>运行记录 (*%1)</translation>
    </message>
    <message>
        <source>The record could not be opened: %1</source>
        <translation>无法打开记录：%1</translation>
    </message>
    <message>
        <source>Save the record of the run</source>
        <translation>保存运行记录</translation>
    </message>
    <message>
        <source>The record could not be saved: %1</source>
        <translation>无法保存记录：%1</translation>
    </message>
</context>
<context>
    <name>ScopeAxis</name>
    <message>
        <source>%1 epoch</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1 步</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>ScopePlot</name>
    <message>
        <source>Could not save %1: %2. Nothing was changed; choose another folder.</source>
        <translation>无法保存 %1：%2。未作任何更改；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>diverged at step %1 in layer %2</source>
        <translation>在第 %1 步于第 %2 层发散</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>&amp;Epochs</source>
        <translation>轮(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步(&amp;S)</translation>
    </message>
    <message>
        <source>Se&amp;conds of training</source>
        <translation>训练秒数(&amp;C)</translation>
    </message>
    <message>
        <source>The file was not saved</source>
        <translation>文件没有保存</translation>
    </message>
    <message>
        <source>Save the image of the scope</source>
        <translation>保存示波图的图像</translation>
    </message>
    <message>
        <source>PNG image (*.png)</source>
        <translation>PNG 图像 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Save the values of the scope</source>
        <translation>保存示波图的数值</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>&amp;Follow the run</source>
        <translation>跟随运行(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Copy image</source>
        <translation>复制图像(&amp;C)</translation>
    </message>
    <message>
        <source>Save &amp;image…</source>
        <translation>保存图像(&amp;I)…</translation>
    </message>
    <message>
        <source>Save &amp;values…</source>
        <translation>保存数值(&amp;V)…</translation>
    </message>
    <message>
        <source>%1 · %2 seeds</source>
        <translation>%1 · %2 个随机种子</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>nabla::ui::AccuracyPanel</name>
    <message>
        <source>validation %1</source>
        <translation>验证 %1</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Accuracy over the run</source>
        <translation>运行过程中的准确率</translation>
    </message>
</context>
<context>
    <name>nabla::ui::AnswerView</name>
    <message>
        <source>perhaps %1</source>
        <translation>可能是 %1</translation>
    </message>
    <message>
        <source>%1 or %2?</source>
        <translation>%1 还是 %2？</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>The network&apos;s answer</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>尚未绘制。</translation>
    </message>
    <message>
        <source>not a digit?</source>
        <translation>不是数字？</translation>
    </message>
</context>
<context>
    <name>nabla::ui::CanvasActions</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back the last stroke</source>
        <translation>撤销上一笔</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复上一笔</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>Erase instead of drawing; the right mouse button does it too</source>
        <translation>擦除而不是绘制；也可以用鼠标右键擦除</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Take a new sheet</source>
        <translation>换一张新纸</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Paste picture</source>
        <translation>粘贴图片</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Show the paper larger; Ctrl and the wheel do it too</source>
        <translation>放大显示纸面；也可以按住 Ctrl 滚动滚轮</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Show the paper smaller</source>
        <translation>缩小显示纸面</translation>
    </message>
    <message>
        <source>Whole paper</source>
        <translation>整张纸</translation>
    </message>
    <message>
        <source>Show the whole paper</source>
        <translation>显示整张纸</translation>
    </message>
    <message>
        <source>Open a photo or a scan; it can be pasted and dropped too</source>
        <translation>打开一张照片或扫描件；也可以粘贴或拖放</translation>
    </message>
    <message>
        <source>Paste a photo or a scan</source>
        <translation>粘贴照片或扫描件</translation>
    </message>
    <message>
        <source>Open picture…</source>
        <translation>打开图片…</translation>
    </message>
</context>
<context>
    <name>nabla::ui::CanvasSheet</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ComparePanel</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is shown</source>
        <translation>正在显示 %1</translation>
    </message>
    <message>
        <source>Show %1 in all panels</source>
        <translation>在所有面板中显示 %1</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Setup beside</source>
        <translation>并排运行当前设置</translation>
    </message>
    <message>
        <source>Train the setup of the form beside the shown run, from the same seed and digits</source>
        <translation>用相同的种子和数字，在所显示的运行旁边训练表单中的设置</translation>
    </message>
    <message>
        <source>Other seeds</source>
        <translation>其他种子</translation>
    </message>
    <message>
        <source>Train the shown run&apos;s setup from other seeds: how much of it is chance?</source>
        <translation>用其他种子训练所显示运行的设置：有多少是偶然？</translation>
    </message>
    <message>
        <source>Remove others</source>
        <translation>移除其他</translation>
    </message>
    <message>
        <source>Keep the shown run alone</source>
        <translation>只保留所显示的运行</translation>
    </message>
    <message>
        <source>Only one run so far. Change the setup and press Setup beside, or let the doctor try a remedy: both runs draw the same mini-batches from the same seed.</source>
        <translation>目前只有一个运行。修改设置后按“并排运行当前设置”，或让医生试一种疗法：两个运行从相同的种子抽取相同的小批量。</translation>
    </message>
    <message>
        <source>The runs beside each other</source>
        <translation>并排的运行</translation>
    </message>
    <message>
        <source>Validation accuracy after epoch %1</source>
        <translation>第 %1 轮后的验证准确率</translation>
    </message>
    <message>
        <source>Share of the validation digits that are read rightly</source>
        <translation>验证数字中识别正确的比例</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Of all parameters, when the run rests: equal runs have equal digests</source>
        <translation>全部参数的摘要（运行停下时给出）：相同的运行摘要相同</translation>
    </message>
    <message>
        <source>untrained</source>
        <translation>未训练</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>已发散</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Passes over the training digits</source>
        <translation>遍历训练数字的次数</translation>
    </message>
    <message>
        <source>Best validation accuracy</source>
        <translation>最佳验证准确率</translation>
    </message>
    <message>
        <source>Of all epochs so far</source>
        <translation>至今各轮中</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>测试准确率</translation>
    </message>
    <message>
        <source>At the last evaluation</source>
        <translation>最近一次评估时</translation>
    </message>
    <message>
        <source>Training accuracy</source>
        <translation>训练准确率</translation>
    </message>
    <message>
        <source>Validation cost</source>
        <translation>验证代价</translation>
    </message>
    <message>
        <source>Without the penalty</source>
        <translation>不含正则化项</translation>
    </message>
    <message>
        <source>Layer 1 is slower, times</source>
        <translation>第 1 层慢的倍数</translation>
    </message>
    <message>
        <source>‖∂C/∂b‖ of the last hidden layer over that of the first, of the probe, now</source>
        <translation>此刻探针上最后一个隐藏层的 ‖∂C/∂b‖ 与第 1 层之比</translation>
    </message>
</context>
<context>
    <name>nabla::ui::Comparison</name>
    <message>
        <source>There is no run yet to compare with: the digits are still being made.</source>
        <translation>还没有可以比较的运行：数字还在生成中。</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>%1 is a record: its curves can be compared, but there is no network to look into.</source>
        <translation>%1 是一份记录：可以比较其曲线，但没有可供查看的网络。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ConfusionPanel</name>
    <message>
        <source>validation, epoch %1</source>
        <translation>验证，第 %1 轮</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ConfusionTable</name>
    <message>
        <source>found</source>
        <translation>找出</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>%1 of %2 images of the digit %3 were read as %4</source>
        <translation>%2 张数字 %3 的图像中，有 %1 张被读作 %4</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Confusion matrix: rows are the true digits, columns the answers</source>
        <translation>混淆矩阵：行是真实数字，列是回答</translation>
    </message>
</context>
<context>
    <name>nabla::ui::CostPanel</name>
    <message>
        <source>%1, mean a digit</source>
        <translation>%1，每个数字的平均值</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Cost over the run</source>
        <translation>运行过程中的代价</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DataSelector</name>
    <message>
        <source>on</source>
        <comment>an experiment on a data set</comment>
        <translation>数据集</translation>
    </message>
    <message>
        <source>The digits to learn from. A folder of IDX files can also be dropped on the window.</source>
        <translation>用来学习的数字。也可以把包含 IDX 文件的文件夹拖到窗口上。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DigitCanvas</name>
    <message>
        <source>Canvas</source>
        <translation>画布</translation>
    </message>
    <message>
        <source>Draw a digit</source>
        <translation>写一个数字</translation>
    </message>
    <message>
        <source>Arrow keys move a pen,
Enter puts it down and lifts it.</source>
        <translation>方向键移动笔，
Enter 键落笔或抬笔。</translation>
    </message>
    <message>
        <source>Draw with mouse, finger or pen; the network reads it at once. Arrow keys move a pen, Enter puts it on the paper and lifts it again, Escape puts it away.</source>
        <translation>用鼠标、手指或笔书写，网络立即识别。方向键移动一支笔，Enter 键落笔或抬笔，Esc 键收起笔。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DigitCells</name>
    <message>
        <source>%1, read as %2: wrong</source>
        <translation>数字 %1，读成了 %2：错</translation>
    </message>
    <message>
        <source>%1, read right</source>
        <translation>数字 %1，读对了</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DoctorPanel</name>
    <message>
        <source>There is no run yet.</source>
        <translation>还没有运行。</translation>
    </message>
    <message>
        <source>Nothing was measured yet that could be judged.</source>
        <translation>还没有测到可供判断的数值。</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>nothing wrong</source>
        <translation>没有问题</translation>
    </message>
    <message>
        <source>one finding</source>
        <translation>一项发现</translation>
    </message>
    <message>
        <source>%1 findings</source>
        <translation>%1 项发现</translation>
    </message>
    <message>
        <source>Thresholds…</source>
        <translation>阈值…</translation>
    </message>
    <message>
        <source>The numbers that the doctor judges by, with their sources.</source>
        <translation>医生判断所依据的数值及其来源。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all findings</source>
        <translation>复制全部发现</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DrawPanel</name>
    <message>
        <source>What it sees</source>
        <translation>网络所见</translation>
    </message>
    <message>
        <source>What the network sees: 28 × 28 pixels</source>
        <translation>网络所见：28 × 28 像素</translation>
    </message>
    <message>
        <source>The drawing as MNIST&apos;s digits were made: 20 pixels high or wide, centred by mass in 28 × 28.</source>
        <translation>按 MNIST 数字的制作方式处理的图：高或宽为 20 像素，按质心居中于 28 × 28。</translation>
    </message>
    <message>
        <source>This network takes %1 numbers and gives %2. To read digits it must take 784 pixels and give 10 outputs: change Layers in the setup.</source>
        <translation>此网络接受 %1 个数，给出 %2 个数。要识别数字，它必须接受 784 个像素并给出 10 个输出：请在设置中更改“层”。</translation>
    </message>
    <message>
        <source>Steps missing</source>
        <translation>缺少步骤</translation>
    </message>
    <message>
        <source>Not as MNIST&apos;s digits were made: steps are switched off in &quot;How it is prepared&quot;.</source>
        <translation>与 MNIST 数字的制作方式不同：“预处理”中关掉了一些步骤。</translation>
    </message>
    <message>
        <source>Layer by layer</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>Show the activations that the drawing causes, layer by layer</source>
        <translation>逐层显示所写数字引起的激活值</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>历程</translation>
    </message>
    <message>
        <source>Show how the drawing is read at every step of the run, and would have been</source>
        <translation>显示在运行的每一步如何识别所写的数字，以及在此前各步会如何识别</translation>
    </message>
</context>
<context>
    <name>nabla::ui::DrawingHand</name>
    <message>
        <source>Stroke</source>
        <translation>笔画</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>擦除</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ExperimentForm</name>
    <message>
        <source>The changed setup applies at the next Reset.</source>
        <translation>更改后的设置将在下次重置时生效。</translation>
    </message>
    <message>
        <source>η and λ can be turned while it trains. The rest takes effect at the next Reset.</source>
        <translation>η 和 λ 可在训练时调节。其余设置在下次重置时生效。</translation>
    </message>
    <message>
        <source>Reset now</source>
        <translation>立即重置</translation>
    </message>
    <message>
        <source>Starts a new run from this setup.</source>
        <translation>用此设置开始新的运行。</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>较少设置</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Schedules, early stopping, dropout, expanded data and more.</source>
        <translation>速率调度、提前停止、Dropout、扩展数据等。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ExperimentSelector</name>
    <message>
        <source>Custom</source>
        <translation>自定义</translation>
    </message>
    <message>
        <source>Choose an experiment of the book</source>
        <translation>选择书中的一个实验</translation>
    </message>
</context>
<context>
    <name>nabla::ui::FindingCard</name>
    <message>
        <source>Try it: %1</source>
        <translation>试一试：%1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Other things that may help</source>
        <translation>其他可能有用的办法</translation>
    </message>
    <message>
        <source>This run stands beside the first one already.</source>
        <translation>这个运行已经并排在旁边。</translation>
    </message>
    <message>
        <source>Trains a run beside this one from the same seed, with the same digits in the same order and this one thing changed.</source>
        <translation>在旁边训练另一个运行：种子相同，数字及其顺序相同，只改变这一处。</translation>
    </message>
    <message>
        <source>Four runs stand beside each other already. Remove one of them first.</source>
        <translation>已经有四个运行并排。请先移除其中一个。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::GainStrip</name>
    <message>
        <source>Label by label: read right now, against before</source>
        <translation>逐个数字：现在读对的与之前相比</translation>
    </message>
    <message>
        <source>%1, label %2: %3 of %4 read right before, %5 now</source>
        <translation>%1，数字 %2：共 %4 个，之前读对 %3 个，现在 %5 个</translation>
    </message>
</context>
<context>
    <name>nabla::ui::HistogramPanel</name>
    <message>
        <source>z, weighted inputs</source>
        <translation>z，带权输入</translation>
    </message>
    <message>
        <source>a, activations</source>
        <translation>a，激活值</translation>
    </message>
    <message>
        <source>δ, errors</source>
        <translation>δ，误差</translation>
    </message>
    <message>
        <source>∂C/∂W, gradient</source>
        <translation>∂C/∂W，梯度</translation>
    </message>
    <message>
        <source>W, weights</source>
        <translation>W，权重</translation>
    </message>
    <message>
        <source>z = W a + b, what the layer&apos;s neurons weigh up, of all neurons and the digits of the probe. It has no unit.</source>
        <translation>z = W a + b，即该层神经元的带权输入，取全部神经元和探针的各数字。无单位。</translation>
    </message>
    <message>
        <source>a = f(z), what the layer&apos;s neurons answer, of all neurons and the digits of the probe. It has no unit.</source>
        <translation>a = f(z)，即该层神经元的输出，取全部神经元和探针的各数字。无单位。</translation>
    </message>
    <message>
        <source>δ = ∂C/∂z, the layer&apos;s error, of all neurons and the digits of the probe. It has no unit.</source>
        <translation>δ = ∂C/∂z，即该层的误差，取全部神经元和探针的各数字。无单位。</translation>
    </message>
    <message>
        <source>∂C/∂W of the probe&apos;s mean cost, of all weights of the layer. It has no unit.</source>
        <translation>探针的平均代价对该层全部权重的 ∂C/∂W。无单位。</translation>
    </message>
    <message>
        <source>W, all weights of the layer. They have no unit.</source>
        <translation>W，该层的全部权重。无单位。</translation>
    </message>
    <message>
        <source>Distribution of %1 over the run</source>
        <translation>运行过程中的分布：%1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2的 %1</translation>
    </message>
    <message>
        <source>%1 of %2 · probe</source>
        <translation>%2的 %1 · 探针</translation>
    </message>
    <message>
        <source>%1 of %2 are exactly zero.</source>
        <translation>%1 的 %2 恰好为零。</translation>
    </message>
    <message>
        <source>%1 are not numbers any more: the run has diverged.</source>
        <translation>有 %1 个已不再是数：运行已发散。</translation>
    </message>
    <message>
        <source>%1 of z are not above zero, where %2 is nothing: there the layer does not learn.</source>
        <translation>%1 的 z 不大于零，该处 %2 为零：该层在那里学不到东西。</translation>
    </message>
    <message>
        <source>%1 of z lie below %2 or above %3, where %4 is less than a twenty-fifth of its largest: there the layer hardly learns.</source>
        <translation>%1 的 z 小于 %2 或大于 %3，该处 %4 不到其最大值的二十五分之一：该层在那里几乎学不到东西。</translation>
    </message>
    <message>
        <source>Press Train to see how the numbers of a layer are spread.</source>
        <translation>按“训练”，看一层的各个数如何分布。</translation>
    </message>
    <message>
        <source>This was not measured here.</source>
        <translation>此处未测量。</translation>
    </message>
    <message>
        <source>The layer whose numbers are shown: the selected one in all panels</source>
        <translation>显示哪一层的数：与所有面板中选中的层一致</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Which numbers of the layer</source>
        <translation>该层的哪些数</translation>
    </message>
</context>
<context>
    <name>nabla::ui::HistogramPlot</name>
    <message>
        <source>share a bin</source>
        <translation>各区间的占比</translation>
    </message>
    <message>
        <source>= 0</source>
        <translation>= 0</translation>
    </message>
    <message>
        <source>%1 now, %2</source>
        <translation>当前的 %1，%2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%2时的 %1</translation>
    </message>
    <message>
        <source>share of exact zeros</source>
        <translation>恰好为零的占比</translation>
    </message>
    <message>
        <source>share below %1</source>
        <translation>%1 以下的占比</translation>
    </message>
    <message>
        <source>share above %1</source>
        <translation>%1 以上的占比</translation>
    </message>
    <message>
        <source>share from %1 to %2</source>
        <translation>%1 至 %2 的占比</translation>
    </message>
    <message>
        <source>: not measured</source>
        <translation>：未测量</translation>
    </message>
</context>
<context>
    <name>nabla::ui::IncomingPictures</name>
    <message>
        <source>Open a picture of a digit</source>
        <translation>打开一个数字的图片</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>图片 (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>正在读取图片…</translation>
    </message>
</context>
<context>
    <name>nabla::ui::LearningSpeedLadder</name>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>慢几倍</translation>
    </message>
    <message>
        <source>mean σ′</source>
        <translation>σ′ 均值</translation>
    </message>
    <message>
        <source>&lt;b&gt;Layer %1&lt;/b&gt; learns at a speed ‖∂C/∂b%2‖ of %3.</source>
        <translation>&lt;b&gt;第 %1 层&lt;/b&gt;的学习速度 ‖∂C/∂b%2‖ 为 %3。</translation>
    </message>
    <message>
        <source>That is %1 times faster than layer %2.</source>
        <translation>比第 %2 层快 %1 倍。</translation>
    </message>
    <message>
        <source>That is %1 times slower than layer %2.</source>
        <translation>比第 %2 层慢 %1 倍。</translation>
    </message>
    <message>
        <source>On its way back the error is multiplied by weights and by the slope σ′: δ%1 = (W%2)ᵀδ%2 ⊙ σ′(z%1). Measured on the probe:</source>
        <translation>误差在反向传播途中要乘以权重和斜率 σ′：δ%1 = (W%2)ᵀδ%2 ⊙ σ′(z%1)。在探针上测得：</translation>
    </message>
    <message>
        <source>‖δ%1‖ / ‖δ%2‖ = %3: what is left of the error</source>
        <translation>‖δ%1‖ / ‖δ%2‖ = %3：误差剩下的部分</translation>
    </message>
    <message>
        <source>mean |σ′(z%1)| = %2; of a sigmoid it is at most 1/4</source>
        <translation>|σ′(z%1)| 的均值 = %2；对 S 型函数至多为 1/4</translation>
    </message>
    <message>
        <source>‖W%1‖ = %2: the most that these weights can multiply an error by</source>
        <translation>‖W%1‖ = %2：这些权重最多能把误差放大的倍数</translation>
    </message>
</context>
<context>
    <name>nabla::ui::LearningSpeedPanel</name>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Learning speeds now</source>
        <translation>当前学习速度</translation>
    </message>
    <message>
        <source>&amp;Everything measured</source>
        <translation>所有测量值(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Mini-batches</source>
        <translation>小批量(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Probe of %1 digits</source>
        <translation>%1 个数字的探针(&amp;P)</translation>
    </message>
    <message>
        <source>The probe as lines, the mini-batches as bands from least to most</source>
        <translation>探针显示为线，小批量显示为从最小到最大的带</translation>
    </message>
    <message>
        <source>This network has no hidden layer: there is nothing to compare.</source>
        <translation>此网络没有隐藏层：没有可比较的内容。</translation>
    </message>
    <message>
        <source>Press Train to see the layers learn.</source>
        <translation>按“训练”，观察各层如何学习。</translation>
    </message>
    <message>
        <source>At the start the hidden layer learns at a speed of %1.</source>
        <translation>起初，隐藏层的学习速度为 %1。</translation>
    </message>
    <message>
        <source>At the start the hidden layer learned at a speed of %1; now %2.</source>
        <translation>起初，隐藏层的学习速度为 %1；现在为 %2。</translation>
    </message>
    <message>
        <source>Layer 1 and layer %1 cannot be compared: one of them does not learn at all.</source>
        <translation>第 1 层与第 %1 层无法比较：其中一层完全没有学习。</translation>
    </message>
    <message>
        <source>%1 times slower</source>
        <translation>慢 %1 倍</translation>
    </message>
    <message>
        <source>%1 times faster</source>
        <translation>快 %1 倍</translation>
    </message>
    <message>
        <source>as fast</source>
        <translation>一样快</translation>
    </message>
    <message>
        <source>At the start layer 1 learns %1 as layer %2.</source>
        <translation>起初，第 1 层与第 %2 层学得%1。</translation>
    </message>
    <message>
        <source>At the start layer 1 learns %1 than layer %2.</source>
        <translation>起初，第 1 层比第 %2 层学得%1。</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>At the start layer 1 learned %1 as layer %2; now %3.</source>
        <translation>起初，第 1 层与第 %2 层学得%1；现在：%3。</translation>
    </message>
    <message>
        <source>At the start layer 1 learned %1 than layer %2; now %3.</source>
        <translation>起初，第 1 层比第 %2 层学得%1；现在：%3。</translation>
    </message>
    <message>
        <source>Now the hidden layer learns at a speed of %1.</source>
        <translation>现在，隐藏层的学习速度为 %1。</translation>
    </message>
    <message>
        <source>Now layer 1 learns %1 as layer %2.</source>
        <translation>现在，第 1 层与第 %2 层学得%1。</translation>
    </message>
    <message>
        <source>Now layer 1 learns %1 than layer %2.</source>
        <translation>现在，第 1 层比第 %2 层学得%1。</translation>
    </message>
    <message>
        <source>healthy: 10⁻⁴ to 10⁻²</source>
        <translation>健康：10⁻⁴ 到 10⁻²</translation>
    </message>
    <message>
        <source>%1, each layer · mini-batches</source>
        <translation>各层 %1 · 小批量</translation>
    </message>
    <message>
        <source>%1, each layer · probe of %2 digits</source>
        <translation>各层 %1 · %2 个数字的探针</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of every hidden layer over the run</source>
        <translation>运行过程中各隐藏层的%1</translation>
    </message>
    <message>
        <source>Learning speeds at %1</source>
        <translation>%1 的学习速度</translation>
    </message>
    <message>
        <source>%1 ▾</source>
        <translation>%1 ▾</translation>
    </message>
    <message>
        <source>What is shown, what it is measured on, and on which axis</source>
        <translation>显示什么，在什么上测量，用哪种坐标轴</translation>
    </message>
    <message>
        <source>The gradient of a weight is %4 %1 in layer %5 and %2 in layer %3 (root mean square).</source>
        <translation>%4权重的梯度（均方根）：第 %5 层为 %1，第 %3 层为 %2。</translation>
    </message>
    <message>
        <source>One step changes the weights of layer %5 %4 by %1 of their size, those of layer %3 by %2; 10⁻⁴ to 10⁻² is healthy.</source>
        <translation>%4，一步使第 %5 层的权重改变其大小的 %1，第 %3 层为 %2；10⁻⁴ 到 10⁻² 是健康的。</translation>
    </message>
    <message>
        <source>The answers of layer %5 spread %4 by %1, those of layer %3 by %2: near 0 a layer answers every digit alike.</source>
        <translation>%4，第 %5 层激活值的离散程度为 %1，第 %3 层为 %2：接近 0 时，该层对每个数字的回答都一样。</translation>
    </message>
    <message>
        <source>Saturated %4: %1 of the answers of layer %5, %2 of those of layer %3. There σ′ is almost nothing, and so is learning.</source>
        <translation>%4饱和的激活值：第 %5 层有 %1，第 %3 层有 %2。那里 σ′ 几乎为零，学习也几乎停止。</translation>
    </message>
    <message>
        <source>Dead %4: %1 of the neurons of layer %5, %2 of those of layer %3. They learn from fewer than one digit in a hundred.</source>
        <translation>%4死亡的神经元：第 %5 层有 %1，第 %3 层有 %2。它们只从不到百分之一的数字中学习。</translation>
    </message>
    <message>
        <source>The gradient of a weight of layer %3 is %2 %1 (root mean square).</source>
        <translation>%2，第 %3 层权重的梯度（均方根）为 %1。</translation>
    </message>
    <message>
        <source>One step changes the weights of layer %3 %2 by %1 of their size; 10⁻⁴ to 10⁻² is healthy.</source>
        <translation>%2，一步使第 %3 层的权重改变其大小的 %1；10⁻⁴ 到 10⁻² 是健康的。</translation>
    </message>
    <message>
        <source>The answers of layer %3 spread %2 by %1: near 0 a layer answers every digit alike.</source>
        <translation>%2，第 %3 层激活值的离散程度为 %1：接近 0 时，该层对每个数字的回答都一样。</translation>
    </message>
    <message>
        <source>Saturated %2: %1 of the answers of layer %3. There σ′ is almost nothing, and so is learning.</source>
        <translation>%2饱和的激活值：第 %3 层有 %1。那里 σ′ 几乎为零，学习也几乎停止。</translation>
    </message>
    <message>
        <source>Dead %2: %1 of the neurons of layer %3. They learn from fewer than one digit in a hundred.</source>
        <translation>%2死亡的神经元：第 %3 层有 %1。它们只从不到百分之一的数字中学习。</translation>
    </message>
    <message>
        <source>Saturation does not exist for %1: its slope does not fade towards both ends.</source>
        <translation>%1 不存在饱和：它的斜率不会向两端逐渐消失。</translation>
    </message>
    <message>
        <source>Dead neurons do not exist for %1: its slope is never zero.</source>
        <translation>%1 不存在死亡的神经元：它的斜率从不为零。</translation>
    </message>
    <message>
        <source>At %1 the hidden layer learned at a speed of %2.</source>
        <translation>在%1，隐藏层的学习速度为 %2。</translation>
    </message>
    <message>
        <source>At %1 layer 1 learned %2 as layer %3</source>
        <translation>在%1，第 1 层与第 %3 层学得%2</translation>
    </message>
    <message>
        <source>At %1 layer 1 learned %2 than layer %3</source>
        <translation>在%1，第 1 层比第 %3 层学得%2</translation>
    </message>
    <message>
        <source>%1; at the start %2.</source>
        <translation>%1；起初%2。</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>在%1</translation>
    </message>
    <message>
        <source>Not measured yet: it comes with the first steps.</source>
        <translation>尚未测量：最初几步之后才有。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MainMenu</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MainWindow</name>
    <message>
        <source>Nablascope</source>
        <translation>Nablascope</translation>
    </message>
    <message>
        <source>Training stopped: %1</source>
        <translation>训练已停止：%1</translation>
    </message>
    <message>
        <source>A folder of four IDX files</source>
        <translation>包含四个 IDX 文件的文件夹</translation>
    </message>
    <message>
        <source>The run diverged: its numbers grew beyond all bounds. Take a smaller learning rate, then press Reset; or go back with the time machine and branch from before.</source>
        <translation>运行已发散：数值增长超出了一切界限。请减小学习率，然后按“重置”；或用时间机器回到发散之前，从那里分出。</translation>
    </message>
    <message>
        <source>This is not on this computer. Drop a folder of IDX files, one of its files, or a picture of a digit.</source>
        <translation>这不在此计算机上。请拖入包含 IDX 文件的文件夹、其中的一个文件，或一个数字的图片。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MnistBar</name>
    <message>
        <source>MNIST could not be downloaded: %1</source>
        <translation>无法下载 MNIST：%1</translation>
    </message>
    <message>
        <source>These digits are made by the program. MNIST has 70,000 that people wrote.</source>
        <translation>这些数字由程序生成。MNIST 有 70,000 个由人书写的数字。</translation>
    </message>
    <message>
        <source>Get MNIST (11 MB)</source>
        <translation>获取 MNIST（11 MB）</translation>
    </message>
    <message>
        <source>Getting MNIST: %1 of %2 MB</source>
        <translation>正在获取 MNIST：%1 / %2 MB</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MyDigits</name>
    <message>
        <source>Your digits are still being read. Try again in a moment.</source>
        <translation>你的数字还在读取中，请稍后再试。</translation>
    </message>
    <message>
        <source>You have kept %1 digits, and there is no room for more. Delete some first.</source>
        <translation>你已存了 %1 个数字，没有空位了。请先删除一些。</translation>
    </message>
    <message>
        <source>This drawing cannot be kept: %1.</source>
        <translation>这幅图不能存：%1。</translation>
    </message>
    <message>
        <source>keep as %1</source>
        <translation>存入一个 %1</translation>
    </message>
    <message>
        <source>relabel as %1</source>
        <translation>标签改为 %1</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Your digits could not be read: %1</source>
        <translation>你的数字无法读取：%1</translation>
    </message>
    <message>
        <source>Your digits could not be saved, and are lost when the window closes: %1</source>
        <translation>你的数字无法保存，关闭窗口后会丢失：%1</translation>
    </message>
    <message>
        <source>Your digits could not be exported: %1</source>
        <translation>你的数字无法导出：%1</translation>
    </message>
</context>
<context>
    <name>nabla::ui::MyDigitsPanel</name>
    <message>
        <source>Exported to %1</source>
        <translation>已导出到 %1</translation>
    </message>
    <message>
        <source>You have kept no digits yet. Draw one in “Draw a digit”, then say under it what it was.</source>
        <translation>还没有存下任何数字。请在“写一个数字”里写一个，再在下面选它是几。</translation>
    </message>
    <message>
        <source>None of your digits is like that.</source>
        <translation>你的数字中没有这样的。</translation>
    </message>
    <message>
        <source>This network cannot read digits: it must take 784 pixels and give 10 outputs.</source>
        <translation>这个网络读不了数字：它必须有 784 个像素输入和 10 个输出。</translation>
    </message>
    <message>
        <source>The network reads %1 of %2 of your digits (%3).</source>
        <translation>你的 %2 个数字中，网络读对了 %1 个（%3）。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Mixing them in…</source>
        <translation>正在混入…</translation>
    </message>
    <message>
        <source>Train on them too</source>
        <translation>也用它们训练</translation>
    </message>
    <message>
        <source>Export your digits to</source>
        <translation>把你的数字导出到</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>已存 %1 个</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Read wrong</source>
        <translation>读错的</translation>
    </message>
    <message>
        <source>Which of your digits to show</source>
        <translation>显示哪些数字</translation>
    </message>
    <message>
        <source>Label %1</source>
        <translation>数字 %1</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>这是 %1</translation>
    </message>
    <message>
        <source>Your digits</source>
        <translation>你的数字</translation>
    </message>
    <message>
        <source>Relabel</source>
        <translation>改标签</translation>
    </message>
    <message>
        <source>Say what the selected digits are; the keys 0 to 9 do the same</source>
        <translation>指明所选数字是几；按键 0 到 9 也可以</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the selected digits (Del)</source>
        <translation>删除所选数字（Del）</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write all your digits to a folder</source>
        <translation>把你的全部数字写入一个文件夹</translation>
    </message>
    <message>
        <source>As IDX, MNIST&apos;s format…</source>
        <translation>导出为 IDX（MNIST 的格式）…</translation>
    </message>
    <message>
        <source>As PNG pictures…</source>
        <translation>导出为 PNG 图片…</translation>
    </message>
    <message>
        <source>Goes on with the network as it is, in a run beside this one, on the same data with a tenth of the training digits replaced by yours. From ten of yours on about a fifth is kept out of it, to test with.</source>
        <translation>从网络现在的样子接着训练，作为并列的另一次运行；数据不变，但十分之一的训练数字换成你的。你的数字达到十个后，约五分之一留作测试，不参与训练。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::NetworkPanel</name>
    <message>
        <source>colour = layer, glow = activation</source>
        <translation>颜色 = 层，亮度 = 激活值</translation>
    </message>
    <message>
        <source>your drawing, layer by layer</source>
        <translation>你写的数字，逐层显示</translation>
    </message>
</context>
<context>
    <name>nabla::ui::NetworkView</name>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message numerus="yes">
        <source>Input: %n pixel(s). The ones shown are a cut through the image&apos;s middle.</source>
        <translation>
            <numerusform>输入：%n 个像素。所示为穿过图像中部的一条截线。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Layer %1: %n neuron(s).</source>
        <translation>
            <numerusform>第 %1 层：%n 个神经元。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its learning speed ‖∂C/∂b‖, against that of the last hidden layer: %1 slower.</source>
        <translation>它的学习速度 ‖∂C/∂b‖，与最后一个隐藏层相比：慢 %1。</translation>
    </message>
    <message>
        <source>no image</source>
        <translation>没有图像</translation>
    </message>
    <message>
        <source>Pixel in row %1, column %2: %3</source>
        <translation>第 %1 行第 %2 列的像素：%3</translation>
    </message>
    <message>
        <source>Input %1: %2</source>
        <translation>输入 %1：%2</translation>
    </message>
    <message>
        <source>Output %1: a = %2</source>
        <translation>输出 %1：a = %2</translation>
    </message>
    <message>
        <source>Layer %1, neuron %2: a = %3</source>
        <translation>第 %1 层，第 %2 个神经元：a = %3</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Layer %1 is selected.</source>
        <translation>已选中第 %1 层。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::NextRun</name>
    <message>
        <source>Making %1</source>
        <translation>正在生成%1</translation>
    </message>
    <message>
        <source>Loading %1</source>
        <translation>正在加载 %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: %2</source>
        <translation>%1 不能使用：%2</translation>
    </message>
</context>
<context>
    <name>nabla::ui::NumberChoices</name>
    <message>
        <source>Likeliest:</source>
        <translation>最可能：</translation>
    </message>
    <message>
        <source>Look at this reading and its cuts; the readings stand in the order of their likelihood</source>
        <translation>查看这种读法及其切分；各读法按可能性排列</translation>
    </message>
</context>
<context>
    <name>nabla::ui::NumberPanel</name>
    <message>
        <source>Write a number</source>
        <translation>写一个多位数</translation>
    </message>
    <message>
        <source>Find cuts</source>
        <translation>自动切分</translation>
    </message>
    <message>
        <source>Forget the cuts made by hand; the network finds them again</source>
        <translation>放弃手动的切分，由网络重新寻找切分位置</translation>
    </message>
    <message>
        <source>This network reads no digits: it must take 784 pixels and give 10 outputs.</source>
        <translation>此网络不识别数字：它必须接受 784 个像素并给出 10 个输出。</translation>
    </message>
    <message>
        <source>Too many strokes for a number. Nothing is lost: undo or erase some.</source>
        <translation>笔画太多，不像一个数。什么都没有丢失：请撤销或擦除一些。</translation>
    </message>
    <message>
        <source>No digit stands out here.</source>
        <translation>这里看不出任何数字。</translation>
    </message>
    <message>
        <source>your cuts</source>
        <translation>你的切分</translation>
    </message>
    <message>
        <source>drag the knobs below; a double click there adds or removes a cut</source>
        <translation>拖动下方的切分钮；在那里双击可添加或删除切分</translation>
    </message>
    <message>
        <source>Cuts</source>
        <translation>切分</translation>
    </message>
</context>
<context>
    <name>nabla::ui::NumberStrip</name>
    <message>
        <source>%1, confidence %2: its output, less where others speak too</source>
        <translation>%1，置信度 %2：即它的输出；其他输出也高时会降低</translation>
    </message>
    <message>
        <source>Drag a cut to part the digits elsewhere; a double click adds or removes one.</source>
        <translation>拖动切分线即可在别处切分数字；双击可添加或删除切分线。</translation>
    </message>
    <message>
        <source>The digits and the cuts between them</source>
        <translation>各位数字及其间的切分线</translation>
    </message>
    <message>
        <source>%1. Left and Right choose a cut, with Shift they move it; Insert adds one, Delete removes it.</source>
        <translation>%1。左右方向键选择切分线，按住 Shift 则移动它；Insert 添加，Delete 删除。</translation>
    </message>
    <message>
        <source>Nothing is drawn.</source>
        <translation>尚未绘制。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::OutputBars</name>
    <message>
        <source>The ten outputs</source>
        <translation>十个输出</translation>
    </message>
    <message>
        <source>The ten outputs a of the network, one a digit. Each is between 0 and 1 by itself; together they need not make 100 %.</source>
        <translation>网络的十个输出 a，每个数字一个。它们各自在 0 和 1 之间，加起来不必是 100 %。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::PaceControl</name>
    <message>
        <source>Flat out: as fast as this computer can</source>
        <translation>全速：这台计算机能有多快就多快</translation>
    </message>
    <message>
        <source>Watch: %1 mini-batches a second</source>
        <translation>观看：每秒 %1 个小批量</translation>
    </message>
    <message>
        <source>%1 mini-batches a second</source>
        <translation>每秒 %1 个小批量</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>慢</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pace. %1.
The pace changes nothing in the result: it only waits between mini-batches.</source>
        <translation>速度。%1。
速度不影响结果：只是在小批量之间等待。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::PreparationPanel</name>
    <message>
        <source>Ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>The ink on the paper: the sheet shrunk to 28 × 28 pixels, with the pen as it is there.</source>
        <translation>纸上的墨迹：整张纸缩小到 28 × 28 像素，笔迹也随之缩小。</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>方框</translation>
    </message>
    <message>
        <source>The ink fills the 20 × 20 box in the middle: large or small, here or there, the digit looks the same. Without it the whole sheet is the picture.</source>
        <translation>墨迹填满中央 20 × 20 的方框：不论写大写小、写在哪里，数字看起来都一样。关掉后，整张纸就是图像。</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Height and width are scaled alike: a 1 stays narrow. Without it both become 20 pixels.</source>
        <translation>高和宽按同一比例缩放：1 仍然是窄的。关掉后，两者都变成 20 像素。</translation>
    </message>
    <message>
        <source>Pen</source>
        <translation>笔宽</translation>
    </message>
    <message>
        <source>The line is drawn with a pen of 2.2 pixels of the final picture. Without it the pen of the paper is scaled along: a small digit gets a fat line.</source>
        <translation>线条用最终图像中 2.2 像素宽的笔来画。关掉后，纸上的笔随数字一起缩放：写得小，线就粗。</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>The centre of mass moves to the middle of the 28 × 28 pixels, as in MNIST. Without it the box stays in the middle.</source>
        <translation>质心移到 28 × 28 像素的中央，与 MNIST 相同。关掉后，位于中央的是方框。</translation>
    </message>
    <message>
        <source>All steps</source>
        <translation>全部步骤</translation>
    </message>
    <message>
        <source>Take all steps again, as the network is used to</source>
        <translation>重新采用全部步骤，如网络所习惯的那样</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Let the network read %1 drawings, at any place and size, with and without each step</source>
        <translation>让网络识别 %1 幅位置、大小各异的手写数字，比较每个步骤开与关的结果</translation>
    </message>
    <message>
        <source>measured after epoch %1</source>
        <translation>第 %1 轮后测得</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>With the steps as they are, the network reads %1 of %2 generated drawings right.</source>
        <translation>按当前的步骤，网络在 %2 幅生成的数字中正确识别了 %1。</translation>
    </message>
    <message>
        <source>An example. Draw a digit to see its steps; Measure tells what each is worth.</source>
        <translation>这是一个例子。写一个数字，就能看到它的各个步骤；“测量”说明每一步值多少。</translation>
    </message>
    <message>
        <source>Measure tells what each step is worth; so does every pause.</source>
        <translation>“测量”说明每一步值多少；每次暂停时也会测量。</translation>
    </message>
    <message>
        <source>A picture has no pen: its lines stay as wide as they are. The other steps act on it as on a drawing.</source>
        <translation>图片没有笔：它的线条保持原来的粗细。其余步骤对图片和对手写一样起作用。</translation>
    </message>
    <message>
        <source>An example, until you draw a digit.</source>
        <translation>在你写下数字之前，这里是一个例子。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::PreparationStep</name>
    <message>
        <source>on: %1</source>
        <translation>开：%1</translation>
    </message>
    <message>
        <source>off: %1</source>
        <translation>关：%1</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ReadingPanel</name>
    <message>
        <source>no answer; %1 has the most, %2</source>
        <translation>没有答案；%1 最多，为 %2</translation>
    </message>
    <message>
        <source>%1 since step %2 · %3, ahead of %4 with %5</source>
        <translation>自第 %2 步起读作 %1 · %3，其次是 %4，为 %5</translation>
    </message>
    <message>
        <source>This network reads no digits: it must take 784 pixels and give 10 outputs.</source>
        <translation>此网络不识别数字：它必须接受 784 个像素并给出 10 个输出。</translation>
    </message>
    <message>
        <source>Draw a digit. How the network reads it is plotted here, from the first step of the run to the last.</source>
        <translation>写一个数字。这里会画出网络从运行的第一步到最后一步如何识别它。</translation>
    </message>
    <message>
        <source>Nothing is read before there is a run.</source>
        <translation>还没有运行，也就没有可识别的。</translation>
    </message>
    <message>
        <source>What the network reads in the drawing, over the run</source>
        <translation>网络在整个运行中对所写数字的识别</translation>
    </message>
</context>
<context>
    <name>nabla::ui::RunKeeper</name>
    <message>
        <source>There is no run to save yet: the digits are still being made.</source>
        <translation>还没有可保存的训练：数字仍在生成中。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::RunProgress</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 时</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>%1 digits/s</source>
        <translation>%1 个数字/秒</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop loading and keep the run as it is</source>
        <translation>停止加载，保留当前的运行</translation>
    </message>
</context>
<context>
    <name>nabla::ui::RunSet</name>
    <message>
        <source>Four runs stand beside each other already. Remove one of them first.</source>
        <translation>已经有四个运行并排。请先移除其中一个。</translation>
    </message>
    <message>
        <source>This run cannot go on. Change the setup, then press Reset.</source>
        <translation>这次运行无法继续。请修改设置，再按“重置”。</translation>
    </message>
    <message>
        <source>This setup cannot be run: %1</source>
        <translation>这个设置无法运行：%1</translation>
    </message>
    <message>
        <source>This run is finished. Press Reset to start again.</source>
        <translation>这次运行已完成。按“重置”重新开始。</translation>
    </message>
    <message>
        <source>The run could not be saved: %1</source>
        <translation>无法保存训练：%1</translation>
    </message>
    <message>
        <source>The time machine has to do without the disk and keeps fewer moments: %1</source>
        <translation>时间机器无法使用磁盘，保存的时刻将会减少：%1</translation>
    </message>
</context>
<context>
    <name>nabla::ui::RunToolbar</name>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Train on one mini-batch (.) or to the end of the epoch</source>
        <translation>训练一个小批量（.）或训练到本轮结束</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ScopePlot</name>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>对数轴(&amp;L)</translation>
    </message>
    <message>
        <source>Smoot&amp;hing</source>
        <translation>平滑(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Light: mini-batches only</source>
        <translation>轻度：仅小批量(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Strong: every curve</source>
        <translation>强：所有曲线(&amp;S)</translation>
    </message>
</context>
<context>
    <name>nabla::ui::StatusLine</name>
    <message>
        <source>waiting for data</source>
        <translation>等待数据</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>diverged at step %1 in layer %2</source>
        <translation>在第 %1 步第 %2 层发散</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>digest %1</source>
        <translation>摘要 %1</translation>
    </message>
    <message>
        <source>One number for all weights and biases: the same in every run of the same setup that is computed with the same instructions (here: %1)</source>
        <translation>代表全部权重和偏置的一个数：同样的设置用同样的指令集（这里是 %1）计算，每次运行都相同</translation>
    </message>
    <message>
        <source>Training, validation and test digits</source>
        <translation>训练、验证和测试数字</translation>
    </message>
    <message>
        <source>1 training thread, working</source>
        <translation>1 个训练线程，工作中</translation>
    </message>
    <message>
        <source>1 training thread, resting</source>
        <translation>1 个训练线程，休息中</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>nabla::ui::StripPanel</name>
    <message>
        <source>%1 a layer · probe</source>
        <translation>各层 %1 · 探针</translation>
    </message>
    <message>
        <source>%1 a layer · mini-batches</source>
        <translation>各层 %1 · 小批量</translation>
    </message>
    <message>
        <source>What is shown of every layer</source>
        <translation>显示各层的哪一个量</translation>
    </message>
    <message>
        <source>Probe</source>
        <translation>探针</translation>
    </message>
    <message>
        <source>Mini-batches</source>
        <translation>小批量</translation>
    </message>
    <message>
        <source>Measured on a fixed set of training digits now and then (the probe), or on the mini-batches that are trained on</source>
        <translation>不时在一组固定的训练数字上测量（探针），或在正用于训练的小批量上测量</translation>
    </message>
    <message>
        <source>What it is measured on</source>
        <translation>在什么上面测量</translation>
    </message>
    <message>
        <source>&amp;Begin the colours anew</source>
        <translation>重新开始配色(&amp;B)</translation>
    </message>
    <message>
        <source>The colours&apos; scale only grows; this takes it back to where it began</source>
        <translation>颜色的刻度只会扩大；此项使它回到起点</translation>
    </message>
    <message>
        <source>%1 of every layer over the run, as colours</source>
        <translation>运行过程中各层的%1，以颜色表示</translation>
    </message>
</context>
<context>
    <name>nabla::ui::StripPlot</name>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>, %1: not measured</source>
        <translation>，%1：未测量</translation>
    </message>
</context>
<context>
    <name>nabla::ui::TeachRow</name>
    <message>
        <source>Take this %1 out of My digits again</source>
        <translation>把这个 %1 从“我的数字”中取出</translation>
    </message>
    <message>
        <source>Keep this drawing as %1 in My digits</source>
        <translation>把这幅图作为 %1 存入“我的数字”</translation>
    </message>
    <message>
        <source>Kept as %1</source>
        <translation>已存为 %1</translation>
    </message>
    <message>
        <source>That was a</source>
        <translation>这是</translation>
    </message>
    <message>
        <source>My digits holds %1 of your drawings.</source>
        <translation>“我的数字”里有你写的 %1 个数字。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::Teacher</name>
    <message>
        <source>There is no network yet to teach: the digits are still being made.</source>
        <translation>还没有可教的网络：数字仍在生成中。</translation>
    </message>
    <message>
        <source>You have kept no digits yet. Draw some, and say what they are.</source>
        <translation>还没有存下任何数字。请先写几个，并指明是几。</translation>
    </message>
    <message>
        <source>Your digits could not be mixed in: %1</source>
        <translation>你的数字无法混入：%1</translation>
    </message>
    <message>
        <source>with my digits</source>
        <translation>加上我的数字</translation>
    </message>
</context>
<context>
    <name>nabla::ui::TeachingResult</name>
    <message>
        <source>before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Yours that it trains on</source>
        <translation>你的，用于训练</translation>
    </message>
    <message>
        <source>Reading these is no test: it has seen them.</source>
        <translation>读对这些不算测试：网络已经见过它们。</translation>
    </message>
    <message>
        <source>Yours that it never saw</source>
        <translation>你的，从未见过</translation>
    </message>
    <message>
        <source>From ten digits on about a fifth is not trained on; and what you kept since is new to it, too.</source>
        <translation>存到十个之后，约五分之一不参与训练；此后新存的数字网络也没有见过。</translation>
    </message>
    <message>
        <source>Test digits of the data</source>
        <translation>数据集的测试数字</translation>
    </message>
    <message>
        <source>What it could read before and may forget over yours. Some of this changes by chance with every epoch.</source>
        <translation>网络原来会读、学了你的数字后可能忘掉的部分。其中一些每一轮都会随机变动。</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>你的</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>nabla::ui::ThresholdDialog</name>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>What the doctor judges by</source>
        <translation>医生判断的依据</translation>
    </message>
    <message>
        <source>Reset to defaults</source>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Default %1. Source: %2.</source>
        <translation>默认值 %1。来源：%2。</translation>
    </message>
    <message>
        <source>A number from %1 to %2, please.</source>
        <translation>请填写 %1 到 %2 之间的数。</translation>
    </message>
</context>
<context>
    <name>nabla::ui::TimeBar</name>
    <message>
        <source>Nothing to go back to yet: train first</source>
        <translation>还没有可以回看的时刻：请先训练</translation>
    </message>
    <message>
        <source>Then: epoch %1, step %2</source>
        <translation>当时：第 %1 轮，第 %2 步</translation>
    </message>
    <message>
        <source>Now: epoch %1, step %2</source>
        <translation>现在：第 %1 轮，第 %2 步</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时间机器</translation>
    </message>
    <message>
        <source>Moment of the run that is shown</source>
        <translation>所显示的训练时刻</translation>
    </message>
    <message>
        <source>Back to any moment that is kept: network, histograms, weights and the reading of your digit are then as they were.
Training goes on meanwhile. Arrow keys go from moment to moment.</source>
        <translation>回到任一保存下来的时刻：网络、直方图、权重以及对你所画数字的识别都回到当时的样子。
训练同时继续。方向键逐个时刻移动。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Back to the present (End)</source>
        <translation>回到现在（End）</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>从这里分出</translation>
    </message>
    <message>
        <source>Train on from this moment, in a new run beside the one that is shown</source>
        <translation>从这一时刻继续训练：新的运行与当前显示的运行并列</translation>
    </message>
</context>
<context>
    <name>nabla::ui::TimeMachine</name>
    <message>
        <source>There is no moment yet to go on from.</source>
        <translation>还没有可以接着训练的时刻。</translation>
    </message>
    <message>
        <source>This moment is lost: %1. All others are still there.</source>
        <translation>这一时刻已经丢失：%1。其他时刻都还在。</translation>
    </message>
    <message>
        <source>from step %1</source>
        <translation>自第 %1 步</translation>
    </message>
</context>
<context>
    <name>nabla::ui::TrainButton</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>the key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>Train the network (Space)</source>
        <translation>训练网络（空格键）</translation>
    </message>
    <message>
        <source>Pause after this mini-batch (Space)</source>
        <translation>在这个小批量之后暂停（空格键）</translation>
    </message>
    <message>
        <source>Training begins as soon as the data are there (Space cancels)</source>
        <translation>数据一就绪就开始训练（按空格键取消）</translation>
    </message>
</context>
<context>
    <name>nabla::ui::WindowActions</name>
    <message>
        <source>Open data folder…</source>
        <translation>打开数据文件夹…</translation>
    </message>
    <message>
        <source>Learn from a folder of four IDX files</source>
        <translation>用一个含四个 IDX 文件的文件夹学习</translation>
    </message>
    <message>
        <source>Get MNIST (11 MB)…</source>
        <translation>获取 MNIST（11 MB）…</translation>
    </message>
    <message>
        <source>Download 70,000 handwritten digits</source>
        <translation>下载 70,000 个手写数字</translation>
    </message>
    <message>
        <source>Save model…</source>
        <translation>保存模型…</translation>
    </message>
    <message>
        <source>Write the network as it is now to a safetensors file</source>
        <translation>把现在的网络写入 safetensors 文件</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>恢复布局</translation>
    </message>
    <message>
        <source>Lock panels</source>
        <translation>锁定面板</translation>
    </message>
    <message>
        <source>The first minute, and the keys</source>
        <translation>第一分钟与按键</translation>
    </message>
    <message>
        <source>About Nablascope</source>
        <translation>关于 Nablascope</translation>
    </message>
    <message>
        <source>Follow the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Step one mini-batch</source>
        <translation>走一个小批量</translation>
    </message>
    <message>
        <source>Train on one mini-batch, then rest</source>
        <translation>训练一个小批量，然后休息</translation>
    </message>
    <message>
        <source>Step one epoch</source>
        <translation>走一轮</translation>
    </message>
    <message>
        <source>Train to the end of the epoch, then rest</source>
        <translation>训练到本轮结束，然后休息</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Begin again from the setup; the same seed gives the same weights</source>
        <translation>按设置重新开始；相同的种子得到相同的权重</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>更慢</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>更快</translation>
    </message>
    <message>
        <source>Watch: an epoch in about 15 seconds</source>
        <translation>观看：一轮约 15 秒</translation>
    </message>
    <message>
        <source>Flat out</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Open experiment…</source>
        <translation>打开实验…</translation>
    </message>
    <message>
        <source>Take the setup from a JSON file</source>
        <translation>从 JSON 文件读取设置</translation>
    </message>
    <message>
        <source>Save experiment…</source>
        <translation>保存实验…</translation>
    </message>
    <message>
        <source>Write the setup to a JSON file, for others or for nabla</source>
        <translation>把设置写入 JSON 文件，供他人或 nabla 使用</translation>
    </message>
    <message>
        <source>Open run…</source>
        <translation>打开训练…</translation>
    </message>
    <message>
        <source>Go on with a run that was saved, as if it had never stopped</source>
        <translation>从保存处继续训练，如同从未中断</translation>
    </message>
    <message>
        <source>Save run…</source>
        <translation>保存训练…</translation>
    </message>
    <message>
        <source>Write everything that the run needs to go on from here, to the same bits</source>
        <translation>写下从这里继续所需的一切，结果逐位相同</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>导出报告…</translation>
    </message>
    <message>
        <source>Write setup, scopes and numbers of the run to a page or a PDF</source>
        <translation>把运行的设置、示波图和数字写入网页或 PDF</translation>
    </message>
    <message>
        <source>Compare with record…</source>
        <translation>与记录比较…</translation>
    </message>
    <message>
        <source>Set the curves of a run from before beside the shown one</source>
        <translation>把以前的运行的曲线与所显示的运行并排</translation>
    </message>
    <message>
        <source>Save record…</source>
        <translation>保存记录…</translation>
    </message>
    <message>
        <source>Write all that was measured, to compare other runs with it later</source>
        <translation>写出测得的一切，以后可与其他运行比较</translation>
    </message>
</context>
</TS>
